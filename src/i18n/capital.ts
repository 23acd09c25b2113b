/** The first letter of a line: `martes 31 mar` and `ayer` are written small in Spanish and Portuguese. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
