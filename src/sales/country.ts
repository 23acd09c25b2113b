import type { Shop } from './shop.ts'

/** Countries whose public holidays we know, ISO 3166. */
export type Country = 'ID' | 'MX' | 'BR' | 'ES' | 'PT' | 'US' | 'GB'

/**
 * Where a shop stands, for its holidays: by its clock, which nobody sets wrong for long; where the clock tells
 * nothing, by its money, if one country alone uses it. Null: no public holidays are assumed.
 */
export const countryOf = ({
  timeZone,
  currency,
}: Pick<Shop, 'timeZone' | 'currency'>): Country | null =>
  ZONES.get(timeZone) ?? (TELLS_NOTHING.test(timeZone) ? (CURRENCIES.get(currency) ?? null) : null)

/** UTC and its like: a server's clock, not a shop's. */
const TELLS_NOTHING = /^(Etc\/.*|UTC|GMT)$/

const zones = (country: Country, names: string): (readonly [string, Country])[] =>
  names.split(/\s+/).map((name) => [name, country] as const)

const ZONES: ReadonlyMap<string, Country> = new Map([
  ...zones('ID', 'Asia/Jakarta Asia/Pontianak Asia/Makassar Asia/Ujung_Pandang Asia/Jayapura'),
  ...zones(
    'MX',
    `America/Mexico_City America/Cancun America/Merida America/Monterrey America/Matamoros
     America/Chihuahua America/Ciudad_Juarez America/Ojinaga America/Mazatlan America/Bahia_Banderas
     America/Hermosillo America/Tijuana`,
  ),
  ...zones(
    'BR',
    `America/Sao_Paulo America/Bahia America/Fortaleza America/Recife America/Belem America/Maceio
     America/Araguaina America/Manaus America/Cuiaba America/Campo_Grande America/Porto_Velho
     America/Boa_Vista America/Rio_Branco America/Noronha America/Santarem America/Eirunepe`,
  ),
  ...zones('ES', 'Europe/Madrid Atlantic/Canary Africa/Ceuta'),
  ...zones('PT', 'Europe/Lisbon Atlantic/Madeira Atlantic/Azores'),
  ...zones('GB', 'Europe/London Europe/Belfast'),
  ...zones(
    'US',
    `America/New_York America/Detroit America/Chicago America/Denver America/Boise America/Phoenix
     America/Los_Angeles America/Anchorage America/Juneau America/Adak Pacific/Honolulu
     America/Indiana/Indianapolis America/Kentucky/Louisville`,
  ),
])

/** The dollar and the euro belong to many. */
const CURRENCIES: ReadonlyMap<string, Country> = new Map([
  ['IDR', 'ID'],
  ['MXN', 'MX'],
  ['BRL', 'BR'],
  ['GBP', 'GB'],
])
