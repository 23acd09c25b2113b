/** The value of an attribute among those of a tag, as written; null where it is missing. */
export const attribute = (attributes: string, name: string): string | null => {
  const match = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return match?.[1] ?? match?.[2] ?? null
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

/** Text of an XML document without the entities it is written in. */
export const plainText = (text: string): string =>
  text
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (entity, hex: string, decimal: string) =>
      characterOf(entity, hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity)

const LAST_CODE_POINT = 0x10ffff

const characterOf = (entity: string, code: number): string =>
  code <= LAST_CODE_POINT ? String.fromCodePoint(code) : entity
