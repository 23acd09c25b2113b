import type { Language } from '../sales/shop.ts'

/**
 * Holidays of the table in Spanish and Portuguese, by their English name; the same word for one feast
 * in every country that keeps it. A holiday the table gains and this list lacks does not compile.
 */
const NAMES = {
  'All Saints’ Day': ['Todos los Santos', 'Todos os Santos'],
  'All Souls’ Day': ['Día de Muertos', 'Finados'],
  'Ascension Day': ['Ascensión', 'Ascensão'],
  Assumption: ['Asunción', 'Assunção'],
  'Benito Juárez’s birthday': ['Natalicio de Benito Juárez', 'Aniversário de Benito Juárez'],
  'Black Awareness Day': ['Día de la Conciencia Negra', 'Consciência Negra'],
  'Boxing Day': ['San Esteban', 'Boxing Day'],
  'Change of Federal Government': ['Cambio de gobierno', 'Troca de governo'],
  'Chinese New Year': ['Año Nuevo chino', 'Ano-Novo chinês'],
  'Christmas Day': ['Navidad', 'Natal'],
  'Columbus Day': ['Día de la Raza', 'Dia de Colombo'],
  'Constitution Day': ['Día de la Constitución', 'Dia da Constituição'],
  'Corpus Christi': ['Corpus Christi', 'Corpus Christi'],
  'Día de la Constitución Española': ['Día de la Constitución', 'Dia da Constituição'],
  'Early May bank holiday': ['Feriado de mayo', 'Feriado de maio'],
  'Easter Monday': ['Lunes de Pascua', 'Segunda de Páscoa'],
  'Easter Sunday': ['Domingo de Pascua', 'Páscoa'],
  'Eid al-Adha': ['Eid al-Adha', 'Eid al-Adha'],
  'Eid al-Fitr': ['Eid al-Fitr', 'Eid al-Fitr'],
  'Election Day': ['Elecciones', 'Eleições'],
  Epiphany: ['Día de Reyes', 'Dia de Reis'],
  'Fiesta Nacional de España': ['Fiesta Nacional', 'Festa Nacional'],
  'Good Friday': ['Viernes Santo', 'Sexta-feira Santa'],
  'Immaculate Conception': ['Inmaculada Concepción', 'Imaculada Conceição'],
  'Implantação da República': ['Día de la República', 'Implantação da República'],
  'Independence Day': ['Día de la Independencia', 'Dia da Independência'],
  'Islamic New Year': ['Año Nuevo islámico', 'Ano-Novo islâmico'],
  'Isra Mi’raj': ['Isra y Miraj', 'Isra e Miraj'],
  Juneteenth: ['Juneteenth', 'Juneteenth'],
  'King Charles III’s Coronation': ['Coronación de Carlos III', 'Coroação de Charles III'],
  'Labour Day': ['Día del Trabajo', 'Dia do Trabalho'],
  'Liberty Day': ['Día de la Libertad', 'Dia da Liberdade'],
  'Martin Luther King Jr. Day': ['Día de Martin Luther King', 'Dia de Martin Luther King'],
  Mawlid: ['Mawlid', 'Mawlid'],
  'Memorial Day': ['Día de los Caídos', 'Memorial Day'],
  'New Year’s Day': ['Año Nuevo', 'Ano-Novo'],
  Nyepi: ['Nyepi', 'Nyepi'],
  'Our Lady of Aparecida': ['Nuestra Señora de Aparecida', 'Nossa Senhora Aparecida'],
  'Pancasila Day': ['Día de Pancasila', 'Dia da Pancasila'],
  'Portugal Day': ['Día de Portugal', 'Dia de Portugal'],
  'Republic Day': ['Día de la República', 'Proclamação da República'],
  'Restauração da Independência': [
    'Restauración de la Independencia',
    'Restauração da Independência',
  ],
  'Revolution Day': ['Día de la Revolución', 'Dia da Revolução'],
  'Spring bank holiday': ['Feriado de primavera', 'Feriado de primavera'],
  'Summer bank holiday': ['Feriado de verano', 'Feriado de verão'],
  'Thanksgiving Day': ['Acción de Gracias', 'Ação de Graças'],
  'Tiradentes’ Day': ['Día de Tiradentes', 'Tiradentes'],
  'Vesak Day': ['Vesak', 'Vesak'],
  'Veterans Day': ['Día de los Veteranos', 'Dia dos Veteranos'],
  'Washington’s Birthday': ['Día de los Presidentes', 'Dia dos Presidentes'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>

export type HolidayName = keyof typeof NAMES

/** A holiday in every language; `id` is what Indonesians call it. */
export const holidayIn = (en: HolidayName, id: string): Readonly<Record<Language, string>> => {
  const [es, pt] = NAMES[en]
  return { en, id, es, pt }
}
