import type { modelEnglish } from './model-en.ts'

/** Lo que puede hacer un modelo de lenguaje, y cómo se cuenta lo que leyó. */
export const modelSpanish: typeof modelEnglish = {
  readAs: (words, metric) => `Leí ${words} como ${metric}.`,
  leftAside: (words) => `No tomé en cuenta ${words}.`,
}
