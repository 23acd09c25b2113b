import type { modelEnglish } from './model-en.ts'

/** O que um modelo de linguagem pode fazer, e como se conta o que leu. */
export const modelPortuguese: typeof modelEnglish = {
  readAs: (words, metric) => `Li ${words} como ${metric}.`,
  leftAside: (words) => `Deixei ${words} de lado.`,
}
