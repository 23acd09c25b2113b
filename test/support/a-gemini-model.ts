import { type GeminiOptions, geminiModel } from '../../src/assistant/gemini.ts'
import type { LanguageModel } from '../../src/assistant/model.ts'
import { FAKE_MODEL, type FakeGemini } from './fake-gemini.ts'

/** The real client before a pretend Gemini. */
export const aGeminiModel = (
  { key, baseUrl }: Pick<FakeGemini, 'key' | 'baseUrl'>,
  options: Pick<GeminiOptions, 'timeoutMs' | 'modelFor'>,
): LanguageModel =>
  geminiModel({ apiKey: key, model: FAKE_MODEL, baseUrl, apiVersion: 'v1', ...options })
