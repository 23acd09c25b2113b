import { catalogue, LANGUAGES } from '../i18n/catalogue.ts'
import type { Messages } from '../i18n/en.ts'
import { titleKey } from './words.ts'

/** A typed title does what the button does, also when the button has scrolled away. */
export const idOfTitle = (text: string): string | null => IDS.get(titleKey(text)) ?? null

/**
 * What a button means once it has lost its file or alert: the latest one. Null where the words of
 * the title already say it, and where a typed title must not be enough (deleting everything).
 */
const BUTTON_IDS: Readonly<Record<keyof Messages['buttons'], string | null>> = {
  menu: null,
  summary: null,
  forecast: null,
  sevenDays: null,
  restock: null,
  restockWhy: 'restock:why',
  products: null,
  chart: null,
  why: null,
  whyUp: 'why',
  whyDown: 'why',
  uploads: 'uploads',
  sample: 'sample',
  exportHelp: 'export-help',
  help: null,
  undo: null,
  undoLatest: 'undo',
  undoFile: 'undo',
  replaceDays: 'replace',
  otherLanguage: null,
  closed: 'label:latest:closed',
  normal: 'label:latest:normal',
  promo: 'label:latest:promo',
  mute: 'label:latest:mute',
  details: 'alert',
  deleteData: 'delete-data',
  deleteConfirm: null,
  keep: 'menu',
  sales: null,
  eventTomorrow: null,
  stock: null,
  countRows: null,
  leaveOut: null,
  countOnce: null,
  changeStock: 'stock:change',
  ordered: 'ordered',
  knownStock: 'stock',
  newProduct: null,
  supply: 'supply',
  costHow: 'profit:how',
  newToken: 'token:new',
  tokens: 'token',
  chartTrend: 'chart',
  chartProducts: 'chart:products',
  chartBranches: 'chart:branches',
  chartHours: 'chart:hours',
  chartOverview: 'chart:overview',
  reportPdf: 'report:pdf',
  reportExcel: 'report:xlsx',
}

const isButton = (key: string): key is keyof Messages['buttons'] => Object.hasOwn(BUTTON_IDS, key)

const IDS: ReadonlyMap<string, string> = new Map(
  LANGUAGES.flatMap((language) =>
    Object.entries(catalogue(language).buttons).flatMap(([key, title]) => {
      const id = isButton(key) ? BUTTON_IDS[key] : null
      return id === null ? [] : [[titleKey(title), id] as const]
    }),
  ),
)
