import type { Restock, RestockItem } from './findings.ts'

/**
 * What brings most of the money (class A) and will run out before an order placed today and the next one
 * have come: cover under delivery + review days, and what is on its way is not enough. A stock that sold below
 * nothing is a wrong count, no low stock. The one that runs out first leads.
 */
export const lowStock = ({ restock }: Pick<Restock, 'restock'>): readonly RestockItem[] =>
  restock
    .filter(
      (item) =>
        item.class.abc === 'A' &&
        item.coverDays !== null &&
        item.coverDays < item.days &&
        item.needed > 0 &&
        !item.needsCount,
    )
    .sort((a, b) => (a.coverDays ?? 0) - (b.coverDays ?? 0))
