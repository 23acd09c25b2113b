import type { ModelDesk } from '../../src/assistant/call.ts'
import type { LanguageModel } from '../../src/assistant/model.ts'

/** A shop whose owner allows everything; what its calls cost is kept. */
export const aDesk = (
  model: LanguageModel | null,
  changes: Partial<ModelDesk> = {},
): ModelDesk & { readonly counted: number[]; readonly lines: string[] } => {
  const counted: number[] = []
  const lines: string[] = []
  const line =
    (level: string) =>
    (event: string, fields: object = {}): void => {
      lines.push(`${level} ${event} ${JSON.stringify(fields)}`)
    }
  return {
    model,
    now: Date.now,
    log: { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') },
    leave: async () => 'given',
    count: async (_task, { total }) => {
      counted.push(total)
    },
    counted,
    lines,
    ...changes,
  }
}
