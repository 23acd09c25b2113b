import type { modelEnglish } from './model-en.ts'

/** Apa yang boleh dilakukan model bahasa, dan bagaimana bacaannya disampaikan. */
export const modelIndonesian: typeof modelEnglish = {
  readAs: (words, metric) => `Saya baca ${words} sebagai ${metric}.`,
  leftAside: (words) => `Kata ${words} saya lewati.`,
}
