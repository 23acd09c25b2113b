import type { Span } from '../sales/day.ts'
import type { Language } from '../sales/shop.ts'
import type { MediaRef } from './arrival.ts'
import type { SoldTalk } from './sold-saying.ts'
import type { StockTalk } from './stock-saying.ts'

/** The commands an owner can reach by word, button, list row or number. */
export type CommandName =
  | 'summary'
  | 'forecast'
  | 'restock'
  /** What is on the shelf; `change` asks for it, `undo:TOKEN`, `pick:…` and `new:…` are its buttons. */
  | 'stock'
  /** How goods are supplied; the argument is the product's number. */
  | 'supply'
  /** What was advised has been ordered; the argument is `PRODUCT=THOUSANDTHS,…`. */
  | 'ordered'
  | 'products'
  | 'branches'
  /** The argument is the picture: `products`, `branches`, `hours` or `overview`; null for the days. */
  | 'chart'
  /** A document as `pdf` or `xlsx`; null for the five parts in words. */
  | 'report'
  | 'why'
  | 'uploads'
  | 'undo'
  /** `replace:UPLOAD`: a corrected file; its days count from it alone. */
  | 'replace'
  | 'rows'
  | 'language'
  | 'sample'
  | 'export-help'
  | 'help'
  | 'menu'
  | 'greeting'
  | 'thanks'
  /**
   * What the owner says about days: `closed//mudik` with its period, `undo:NO` to take a word back; no
   * argument lists what has been said.
   */
  | 'days'
  | 'label'
  | 'alert-details'
  /** How often the bell rings; the argument is the level asked for, null to see the state. */
  | 'alerts'
  /** The question about a file that did not come: `DAY`, `DAY:closed`, `DAY:later`. */
  | 'reminder'
  /**
   * Summaries that come by themselves: null shows them, `daily:480` and `weekly:1:420` (minutes of the shop's
   * clock) ask for one, `off` and `off:daily` end them.
   */
  | 'schedule'
  /** Hours without a sound: `1260-360`, `1260-360-urgent`, `off`. */
  | 'quiet'
  /** This person wants nothing unasked any more, or again. */
  | 'stop'
  | 'resume'
  /** An answer to a question about a file; the argument is `KIND:OPTION`. */
  | 'answer'
  /** Profit, cost or margin: a file of sales does not hold it, and the reply says so. */
  | 'profit'
  /** Keys to the upload API: null lists them, `new:NAME` makes one, `revoke:2` ends the second. */
  | 'token'
  /** A link to the pages in the browser; `out` signs every browser out. */
  | 'dashboard'
  /** The shop's people: null lists them, `add:NUMBER …`, `invite:…` and `remove:2` change who they are. */
  | 'team'
  /** Out of the team; the argument is null for the question and `confirm` for the deed. */
  | 'leave'
  /** The person's shops and a shop's settings: `no:2`, `open:ID`, `settings`, `set:zone:WITA`, `do:zone:…`. */
  | 'shop'
  /** The language model: null shows what it may do; `on`, `off`, `names-on`, `names-off` change it. */
  | 'ai'
  /** Everything the shop has, as a spreadsheet; the period is the part asked for. */
  | 'export'
  | 'privacy'
  /** The rows behind the last answer, or the one that was replied to. */
  | 'proof'
  /** Buttons below sales told or read from a photo: `undo:12`, `pick:12:0:7`, `ok:12`. */
  | 'sold'
  /** The argument is null for the question and `confirm` for the deed. */
  | 'delete-data'
  | 'reading'

/** A period as the person said it, resolved to the shop's own days. */
export type Period = {
  readonly kind:
    | 'today'
    | 'yesterday'
    | 'week'
    | 'month'
    | 'last-week'
    | 'last-month'
    | 'day'
    | 'days'
  readonly span: Span
}

/** What a message means. */
export type Intent =
  | {
      readonly kind: 'command'
      readonly name: CommandName
      readonly period: Period | null
      /**
       * What follows the command in a tap id (`undo:ID`) or in words: `en` for `bahasa inggris`, `5` for
       * `top 5`, `latest:closed` for a label without its alert.
       */
      readonly argument: string | null
    }
  | { readonly kind: 'upload'; readonly media: MediaRef; readonly fileName: string | null }
  /** A picture: perhaps of a ledger or a receipt. */
  | { readonly kind: 'photo'; readonly media: MediaRef }
  | { readonly kind: 'file-too-big' }
  /** Goods counted, delivered, ordered, thrown away, or how they are supplied; told or asked. */
  | { readonly kind: 'stock-talk'; readonly talk: Exclude<StockTalk, { kind: 'ordered' }> }
  /** Sales told by hand, put right, or taken back. */
  | { readonly kind: 'sold-talk'; readonly talk: SoldTalk }
  /** Understood as nothing we do, or only in part: say so, show one thing to try. */
  | {
      readonly kind: 'unclear'
      readonly text: string
      /** The command it would have been, were it not for `unknown`. */
      readonly nearly: CommandName | null
      /** Words nobody could place: `kaktus` in `penjualan kaktus`. */
      readonly unknown: readonly string[]
    }
  /** A voice note, sticker, location …: say what we can read. */
  | { readonly kind: 'unreadable'; readonly what: 'voice' | 'other' }
  /** Reactions, thanks after an answer, identity changes: kept, not answered. */
  | { readonly kind: 'silent' }

/** What routing may know besides the message. Time comes in as the shop's own today. */
export type RouteContext = {
  readonly today: Span['to']
  readonly language: Language
  /** The choices of our last message: a typed title or number then means that choice. */
  readonly offered?: readonly { readonly id: string; readonly title: string }[]
  /** Words of the shop's own products and branches, lower case: never taken for a slip of the pen. */
  readonly names?: ReadonlySet<string>
}
