/** The languages we speak; English is the reference catalogue. */
export type Language = 'en' | 'id' | 'es' | 'pt'

/** What answering needs to know about a shop. */
export type Shop = {
  readonly id: string
  readonly name: string
  readonly language: Language
  /** IANA name, such as Asia/Jakarta. */
  readonly timeZone: string
  /** ISO 4217 code. */
  readonly currency: string
  /** Hour of the night at which the trading day ends; 0 for shops that close before midnight. */
  readonly closingHour: number
}
