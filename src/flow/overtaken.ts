import { SalesMoved } from '../store/uploads.ts'

/** Each time somebody else got through: colleagues who send at the same moment are rarely more than this. */
export const OVERTAKEN_MAX = 20

/**
 * Does `work` anew when another file of the shop began or ceased to count before it could end. To be
 * overtaken is nobody's fault and no failure: nothing was written. Throws `SalesMoved` to whoever is
 * overtaken again and again, and whatever else `work` throws at once.
 */
export const unlessOvertaken = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let time = 1; ; time++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof SalesMoved) || time === OVERTAKEN_MAX) throw error
    }
  }
}
