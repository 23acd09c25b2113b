/** What a language model may do for a shop, and how its reading is told. */
export const modelEnglish = {
  readAs: (words: string, metric: string) => `I read ${words} as ${metric}.`,
  leftAside: (words: string) => `I left ${words} aside.`,
}
