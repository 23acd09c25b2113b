/** Saturday and Sunday are masculine, the five `-feira` feminine; short names as well. */
export const isMasculine = (day: string): boolean => /^(?:sáb|dom)/i.test(day)

/** `na terça-feira`, `no sábado 28 mar`, `em 3 de abril`. */
export const onDay = (day: string): string => {
  if (!isWeekday(day)) return `em ${day}`
  return isMasculine(day) ? `no ${day}` : `na ${day}`
}

export const capitalOnDay = (day: string): string =>
  onDay(day).replace(/^./u, (n) => n.toUpperCase())

/** `uma terça-feira`, `um sábado`. */
export const aDay = (day: string): string => `${isMasculine(day) ? 'um' : 'uma'} ${day}`

const isWeekday = (day: string): boolean => /^(?:seg|ter|qua|qui|sex|sáb|dom)/i.test(day)
