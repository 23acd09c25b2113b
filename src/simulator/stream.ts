import type { SSEStreamingApi } from 'hono/streaming'
import type { GraphCall, Posting } from './journal.ts'
import { trafficView } from './view.ts'

/** Several changes within this time are drawn at once. */
const DRAW_MS = 40
/** Proxies close streams on which nothing happens. */
const HEARTBEAT_MS = 20_000
/** A comment: says something to the proxy and nothing to the page. */
const STILL_HERE = ': still here\n\n'
/** The inspector begins with the newest lines; older ones are in nobody's way. */
const LINES_FIRST = 200

/** Where the views of one open page come from. */
export type Source = {
  /** By event name; each is sent at first and whenever it has changed. */
  readonly views: Readonly<Record<string, () => object>>
  readonly lines: () => readonly (GraphCall | Posting)[]
  readonly onChange: (listener: () => void) => () => void
  readonly onLine: (listener: (line: GraphCall | Posting) => void) => () => void
}

/** Server-sent events: every view as it stands, and the journal's lines as they come. */
export const streamViews = async (source: Source, stream: SSEStreamingApi): Promise<void> => {
  let wake: () => void = () => {}
  let lines = newestOf(source.lines())
  const stops = [
    source.onChange(() => wake()),
    source.onLine((line) => {
      lines.push(line)
      wake()
    }),
  ]
  const sent = new Map<string, string>()
  const heartbeat = setInterval(() => void stream.write(STILL_HERE), HEARTBEAT_MS)
  stream.onAbort(() => wake())
  try {
    while (!stream.aborted && !stream.closed) {
      const changed = new Promise<void>((resolve) => {
        wake = resolve
      })
      const fresh = lines
      lines = []
      await writeViews(source, stream, sent)
      if (fresh.length > 0) await write(stream, 'traffic', JSON.stringify(fresh.map(trafficView)))
      if (lines.length === 0) await changed
      await stream.sleep(DRAW_MS)
    }
  } finally {
    clearInterval(heartbeat)
    for (const stop of stops) stop()
  }
}

const newestOf = (lines: readonly (GraphCall | Posting)[]): (GraphCall | Posting)[] =>
  lines.toSorted((a, b) => a.order - b.order).slice(-LINES_FIRST)

const writeViews = async (
  { views }: Source,
  stream: SSEStreamingApi,
  sent: Map<string, string>,
): Promise<void> => {
  for (const [event, view] of Object.entries(views)) {
    const data = JSON.stringify(view())
    if (sent.get(event) === data) continue
    sent.set(event, data)
    await write(stream, event, data)
  }
}

const write = (stream: SSEStreamingApi, event: string, data: string): Promise<void> =>
  stream.writeSSE({ event, data })
