/** Pages of reports have some tables; a page of ten thousand is not looked through. */
const TABLES_MAX = 200

/**
 * The tables of a page that hold no other table. Outer ones only place things on the screen, and
 * what stands around them (menus, styles, scripts) is nobody's sales.
 */
export const innermostTables = (html: string): string[] => {
  const tables: string[] = []
  let open: number | null = null
  for (const tag of html.matchAll(/<(\/?)table\b/gi)) {
    const isClosing = tag[1] === '/'
    if (isClosing && open !== null)
      tables.push(`${plainMarkup(html.slice(open, tag.index))}</table>`)
    if (tables.length === TABLES_MAX) return tables
    open = isClosing ? null : tag.index
  }
  // A download that was cut off ends inside its table.
  return open === null ? tables : [...tables, plainMarkup(html.slice(open))]
}

/** A line break inside a cell is a space; HTML's own names for letters mean nothing to XML. */
const plainMarkup = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/&([a-z]+\d?);/gi, (entity, name: string) => LETTERS.get(name) ?? entity)

/** HTML 4's names for the characters from 160 to 255, in their order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const LATIN_1_FIRST = 160

const LETTERS = new Map<string, string>([
  ...LATIN_1.split(' ').map((name, i) => [name, String.fromCharCode(LATIN_1_FIRST + i)] as const),
  ['euro', '€'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['bull', '•'],
])
