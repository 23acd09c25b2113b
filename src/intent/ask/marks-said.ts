/**
 * What the wording of a cue tells beyond its kind, in all languages: each mark with the cues that set it. Lower
 * case, without accents.
 */
export type SaidMark =
  | 'level'
  | 'lower'
  | 'about'
  | 'unsold'
  | 'size'
  | 'yet'
  | 'same_week'
  | 'same_day'

/** `hari apa lebih ramai`, `which day is better`: where one of several is asked for, these rank them. */
export const LEVEL =
  /^(lebih (bagus|baik|ramai|rame|sepi|tinggi|rendah)|better|worse|higher|lower)$/

const SAID_MARKS: Readonly<Record<SaidMark, RegExp>> = {
  level: LEVEL,
  lower: /^(lebih (sepi|rendah)|worse|lower)$/,
  /** To come, or about so much. */
  about: /^(kira kira|perkiraan|estimasi|estimate|estimated|estimado|estimacion|estimativa)$/,
  /** Says of a thing that it hardly sells, and sets it beside no other. */
  unsold:
    /^(tidak|kurang|jarang) (laku|laris|terjual)$|^not selling$|^no se venden?$|^nao vendem?$/,
  /** How large one of them is, not how many there are. */
  size: /^((yang )?(paling|plg) (gede|besar|tinggi|kecil|rendah)|ter(besar|tinggi|kecil|rendah)|(the )?(biggest|largest|highest|smallest|lowest)|(el |la |lo |o |a )?(mayor|menor|maior|mas (alto|alta|grande|bajo|baja)|mais (alto|alta|baixo|baixa)))$/,
  /** `udah tembus 50 juta belum`: of a figure that is on its way. */
  yet: /^(sudah|(ada |apa |atau )?belum|already|yet)$/,
  /** Which stretch of this year is set beside the last. */
  same_week: /^(the |la |a )?(same|misma|mesma) (week|semana)\b|^minggu yang sama\b/,
  same_day: /^(the |el |o )?(same|mismo|mesmo) (day|dia)\b|^(hari|tanggal) yang sama\b/,
}

/** The marks of one cue. */
export const marksSaid = (said: string): readonly SaidMark[] =>
  SAID_MARK_NAMES.filter((mark) => SAID_MARKS[mark].test(said))

const SAID_MARK_NAMES: readonly SaidMark[] = [
  'level',
  'lower',
  'about',
  'unsold',
  'size',
  'yet',
  'same_week',
  'same_day',
]
