// Which of a shop's rows count, said once for every question.

/** Rows of uploads that count; takes the shop's id. */
export const LIVE = `upload in (select no from upload where shop_id = ? and state = 'live')`

/** The shop's own numbers of the branches somebody is limited to; null: all of them. */
export type Among = readonly number[] | null

export const amongSql = (branches: Among): string =>
  branches === null ? '' : `and branch in (${branches.map(() => '?').join(', ')})`
export const amongValues = (branches: Among): readonly number[] => branches ?? []
