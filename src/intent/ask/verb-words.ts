/**
 * Verbs of questions by their stems, so that every person and tense is known as soon as one is. In the shape
 * of `CUE_WORDS`, without accents. The lists of `cue-words.ts` go before: what is another word there stays one.
 */
type Endings = Readonly<Record<'ar' | 'er' | 'ir', string>>
type Stems = Readonly<Partial<Record<keyof Endings, string>>>

const SPANISH: Endings = {
  ar: 'ar a amos an e aste o aron ando ado aba aban',
  er: 'er e emos en i iste io imos ieron iendo ido ia ian',
  ir: 'ir e imos en i iste io ieron iendo ido ia ian',
}
const PORTUGUESE: Endings = {
  ar: 'ar a amos am ei ou aram ando ado ava avam',
  er: 'er e emos em i eu eram endo ido ia iam',
  ir: 'ir e imos em i iu iram indo ido ia iam',
}
/** English verbs keep their stem; a last e falls before -ed and -ing. */
const english = (stems: string): readonly string[] =>
  stems
    .trim()
    .split(/\s+/)
    .flatMap((stem) => {
      const bare = stem.replace(/e$/, '')
      return [stem, `${stem}s`, `${bare}ed`, `${bare}ing`]
    })

const conjugated = (endings: Endings, stems: Stems): readonly string[] =>
  (['ar', 'er', 'ir'] as const).flatMap((kind) =>
    (stems[kind] ?? '')
      .split(/\s+/)
      .filter((stem) => stem !== '')
      .flatMap((stem) => endings[kind].split(' ').map((ending) => `${stem}${ending}`)),
  )

const spanish = (stems: Stems) => conjugated(SPANISH, stems)
const portuguese = (stems: Stems) => conjugated(PORTUGUESE, stems)
const joined = (...forms: readonly (readonly string[])[]): string =>
  [...new Set(forms.flat())].join('|')

export const VERBS: Readonly<Record<string, string>> = {
  'metric sold': joined(spanish({ ar: 'despach', er: 'vend' }), portuguese({ er: 'vend' })),
  'metric revenue': joined(
    spanish({ ar: 'factur recaud embols' }),
    portuguese({ ar: 'fatur arrecad' }),
    english('gross'),
  ),
  change: joined(
    spanish({ ar: 'baj aument mejor empeor cambi repunt', er: 'crec descend', ir: 'sub' }),
    'cae caen caimos caia disminuye disminuyen disminuyendo disminuido'.split(' '),
    portuguese({ ar: 'aument melhor pior mud despenc', er: 'cresc desc', ir: 'sub diminu' }),
    'cai caem caimos caido caia'.split(' '),
    english(
      'rise drop climb slump jump improve worsen shrink rebound recover increase decrease decline gain',
    ),
    'grown fallen gainer gainers loser losers'.split(' '),
  ),
  filler: joined(
    english(
      `mean handle manage reckon guess happen occur appear generate achieve try talk say tell understand review discuss use keep wonder ask call start continue expect hope seem look want need reach follow`,
    ),
    `rang ringing shifted pulled pulling processed recorded logged registered tracked mattered noticed meant kept said told understood began begun nah nope nvm actually rather instead howd whatd whered
      thing ole ol pal mum dad sister brother wife husband folks`.split(/\s+/),
    spanish({
      ar: `lleg logr dej entr sac gener report registr alcanz sum pas mir revis comprob necesit consult trabaj not
        comenz empez`,
      er: 'hac deb entend aparec',
      ir: 'consegu ocurr segu',
    }),
    `dio dimos dieron da dan doy digo dije decia quise querer querido quiere quieren podrian podrias podriamos pueden pudo pude podemos supe sabes sabe
      sabemos tuve tuvieron tenia fui fuimos iba ibamos hermana hermano esposa esposo jeje
      jaja aja osea plis nomas orita ahorita ahi alli aqui aca bvenas kiero kiere saver`.split(
      /\s+/,
    ),
    portuguese({
      ar: `cheg deix entr tir ger registr alcanc som pass olh revis precis consult trabalh not comec ach pens pux`,
      er: 'faz dev entend aparec sab',
      ir: 'consegu ocorr segu',
    }),
    `ve ai dai deram da dao digo disse quis quer querem soube tinha fui iamos irma irmao esposa marido gente kk kkk haha ne viu ta tava to aqui ali la ca alias cade`.split(
      /\s+/,
    ),
  ),
}
