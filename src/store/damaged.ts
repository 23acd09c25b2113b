/** The file holds bytes no database has. Nothing is written to it any more; only a restored copy helps. */
export class DamagedDatabase extends Error {
  override readonly name = 'DamagedDatabase'
}

const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/

/** What SQLite threw, as a `DamagedDatabase` where that is what it says. */
export const asDamage = (thrown: unknown, path: string): DamagedDatabase | null =>
  thrown instanceof Error && 'code' in thrown && DAMAGED.test(String(thrown.code))
    ? new DamagedDatabase(
        `${path} is damaged (${thrown.message}) and is left as it is. Stop Shopbell and put the newest sound copy in ` +
          'its place: npm run restore -- FILE (npm run backup -- --check FILE reads a copy first).',
        { cause: thrown },
      )
    : null
