import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * What a service that holds other people's sales must withstand, item by item (the numbers are those of OWASP's ASVS,
 * API and LLM lists as we grouped them), each with the tests that hold it, or why it is not held by a test. A test that is
 * renamed or lost is missed here.
 */
type Held = { readonly by: readonly (readonly [file: string, title: string])[] }
type Open = {
  /** Why no test of this repository holds it, and what does. */
  readonly because: string
}
type Item = readonly [id: string, what: string, how: Held | Open]

const by = (...tests: Held['by']): Held => ({ by: tests })
const because = (reason: string): Open => ({ because: reason })

const WEBHOOK = 'whatsapp/webhook.test.ts'
const SIGNATURE = 'whatsapp/signature.test.ts'
const CLIENT = 'whatsapp/client.test.ts'
const HOSTS = 'whatsapp/hosts.test.ts'
const HOSTILE = 'ingest/hostile.test.ts'
const PEOPLE = 'flow/people.test.ts'
const IDENTITY = 'flow/identity.test.ts'
const TALK = 'flow/conversation.test.ts'
const TENANTS = 'security/tenants.test.ts'
const API = 'http/uploads.test.ts'
const PHOTO = 'flow/photo.test.ts'
const SHEET = 'ingest/skipped-sheet.test.ts'
const STORE = 'contracts/store.ts'

const CHECKLIST: readonly Item[] = [
  [
    'S01',
    'the signature is over the raw bytes',
    by(
      [WEBHOOK, "with emoji and slash in Meta's own escapes"],
      [SIGNATURE, 'the same JSON written again does not'],
    ),
  ],
  [
    'S02',
    'a missing or odd signature is refused without a throw',
    by(
      [SIGNATURE, 'one changed byte anywhere breaks the signature'],
      ['flow/trouble.test.ts', 'a bad signature is turned away and nothing is kept'],
    ),
  ],
  [
    'S03',
    'no start without a secret, two during a change',
    by(
      ['config.test.ts', 'half filled: every missing one is named, and where to find it'],
      ['config.test.ts', 'two app secrets during a change'],
      [SIGNATURE, 'an empty secret verifies nothing, not even its own signature'],
    ),
  ],
  [
    'S04',
    'bodies are bounded before they are read',
    by(
      [WEBHOOK, 'over 4 MB, whether it says so or comes in pieces: 413'],
      [WEBHOOK, 'compressed: 415, a small body could unfold to anything'],
    ),
  ],
  [
    'S05',
    'a replay has no second effect',
    by(
      ['flow/trouble.test.ts', 'the same webhook three times is one answer'],
      ['flow/trouble.test.ts', 'a message replayed two days later is not answered'],
    ),
  ],
  [
    'S06',
    'the address is verified by its token alone',
    by([WEBHOOK, 'the right token gets its challenge back as plain text, and nothing else']),
  ],
  [
    'S07',
    'client certificates and forwarded addresses',
    because(
      'A proxy asks for client certificates. No header that tells of another address is believed; whoever comes through a proxy is refused the operator’s pages (http/metrics.test.ts).',
    ),
  ],
  [
    'S08',
    'another account’s number keeps nothing',
    by([WEBHOOK, "to somebody else's number: 200, nothing kept but the count"]),
  ],
  [
    'S10',
    'strangers get one sentence and no data',
    by([TALK, 'a stranger gets one polite sentence a day and no data']),
  ],
  [
    'S11',
    'codes work once and cannot be guessed',
    by(
      [PEOPLE, 'invites somebody without a number by a code that works once'],
      [PEOPLE, 'wrong codes are answered five times an hour, then told to wait, then not at all'],
    ),
  ],
  [
    'S12',
    'who somebody is, is what Meta says',
    by(
      [IDENTITY, 'a number that was given to another person opens nothing'],
      [IDENTITY, 'a profile name or username of the owner is no key'],
      [IDENTITY, 'a move of somebody nobody knows makes nobody an owner'],
    ),
  ],
  [
    'S13',
    'roles, command by command',
    by(
      [
        'flow/rights.test.ts',
        'an owner may do everything, a manager everything but team, tokens, the model and deleting',
      ],
      [PEOPLE, 'see and send files, and touch only their own'],
      [
        'flow/voice.test.ts',
        'a spoken question is answered like a typed one, with what was heard above it',
      ],
    ),
  ],
  [
    'S14',
    'one shop never sees another',
    by(
      [TENANTS, 'every method of the store is asked, or says why it takes no shop'],
      [TENANTS, 'no answer holds the other’s mark, and no deed touches the other’s rows'],
      [TENANTS, 'nor does anything a reader limited to a branch is asked'],
    ),
  ],
  [
    'S15',
    'ids of another shop open nothing',
    by(
      [API, 'a token opens its own shop and no other: not its sales, its imports or its keys'],
      ['security/taps.test.ts', 'a tap of another shop or person does nothing'],
    ),
  ],
  [
    'S20',
    'files are bounded in size and time',
    by(
      [CLIENT, 'never beyond the size we read, announced or not'],
      [CLIENT, '101 MB that announce themselves are not even begun'],
      [CLIENT, 'slowly for a while only'],
      [API, 'over 100 MB: 413, announced or in pieces, and the service goes on'],
    ),
  ],
  [
    'S21',
    'a file is what is in it',
    by(
      [TALK, 'a web page, a PDF and a picture are refused with what to send instead'],
      [
        'flow/odd-arrivals.test.ts',
        'a file without name, without caption and of an unknown type is read by what is in it',
      ],
    ),
  ],
  [
    'S22',
    'archives that unfold to too much',
    by(
      [HOSTILE, 'a bomb by its own word'],
      [HOSTILE, 'a bomb that gives a false size'],
      [HOSTILE, 'a bomb of the same kind inside a plain zip'],
      [HOSTILE, 'ten thousand entries'],
      [HOSTILE, 'entries under a password'],
    ),
  ],
  [
    'S23',
    'sheets beyond what a sheet may be',
    by(
      [HOSTILE, 'one cell at either end of the largest sheet there is'],
      [HOSTILE, 'a cell at the far right of every row'],
    ),
  ],
  [
    'S24',
    'text files that break',
    by(
      ['ingest/written.test.ts', 'a quote that never closes spoils no other line'],
      [HOSTILE, 'reading ends in sales, a question or a refusal, and never throws'],
    ),
  ],
  [
    'S25',
    'file names are data, never paths',
    by(
      [
        'security/file-names.test.ts',
        'a file called like a path is imported under its name and touches no other file',
      ],
      ['security/file-names.test.ts', 'a name of the form cannot leave its header'],
      [
        'replies/hostile-names.test.ts',
        'is one short line of whole characters without a mark, whatever it was',
      ],
    ),
  ],
  [
    'S26',
    'no cell we write is run as a formula',
    by([SHEET, 'what a spreadsheet would run is made text: %j'], [SHEET, '%j stays %j']),
  ],
  [
    'S27',
    'long lines do not stall the reader',
    by(['whatsapp/shape.test.ts', 'a long line of anything is read in no time']),
  ],
  [
    'S30',
    'the token goes to named hosts alone',
    by(
      [HOSTS, 'the token never goes to %s'],
      [CLIENT, 'never from a host nobody listed, even when Graph itself names it'],
      ['config.test.ts', 'tokens never go over plain http, but to a test server on this machine'],
    ),
  ],
  [
    'S31',
    'redirects are looked at',
    by(
      [CLIENT, 'with the token, which a redirect to a stranger never sees'],
      [CLIENT, 'through a redirect to a host we trust, and not round in circles'],
      ['assistant/gemini.test.ts', 'the key does not follow a redirect'],
    ),
  ],
  [
    'S32',
    'private addresses',
    by(
      [HOSTS, 'the token never goes to %s'],
      [CLIENT, 'by its id when the webhook gives no address, or one we do not trust'],
    ),
  ],
  [
    'S33',
    'nobody is waited for without end',
    by(
      [CLIENT, 'the answer that never ends is given up, body and all'],
      ['whatsapp/breaker.test.ts', 'after its rest exactly one call tries'],
      ['assistant/gemini.test.ts', 'a runaway answer is not read to its end'],
    ),
  ],
  [
    'S40',
    'the model sees no more than it must',
    by(
      [
        'flow/voice.test.ts',
        'a spoken question is answered like a typed one, with what was heard above it',
      ],
      [PHOTO, 'what the owner allowed goes along; what is no list is said so; failures are said'],
    ),
  ],
  [
    'S41',
    'words in files and pictures are no orders',
    by(
      [PHOTO, 'is proposed, checked by arithmetic, put right, and counts once after OK'],
      ['assistant/check.test.ts', 'a product that is called {{f1}} stays a name'],
      [
        'security/injection.test.ts',
        'orders in names, cells, captions, file names and quotes change nothing and reach no model',
      ],
    ),
  ],
  [
    'S42',
    'no figure is the model’s',
    by(
      ['assistant/check.test.ts', 'any digit anywhere, of any script'],
      [
        'assistant/check.test.ts',
        'whatever the model writes, checking never throws, and digits never pass',
      ],
      [
        'whatsapp/shape.test.ts',
        'whatever a model writes, no doubled mark, heading, table row or link is left',
      ],
    ),
  ],
  [
    'S43',
    'spending has an end',
    by(
      ['flow/planner.test.ts', 'the owner switches it off and on, and the day’s budget ends it'],
      [
        'flow/planner.test.ts',
        'whatever goes wrong with the model, the answer is honest and quick',
      ],
    ),
  ],
  [
    'S50',
    'login links',
    because('There is no dashboard and no login: the owner’s chat is the way in.'),
  ],
  ['S51', 'sessions', because('There are none; each request of a program brings its token.')],
  [
    'S52',
    'tokens are kept as hashes and shown once',
    by(
      [STORE, 'a list tells what each is for and when it was used, to the minute, and no secret'],
      [STORE, 'past its time it opens nothing and leaves the shop’s list'],
      [STORE, 'a secret goes out whole until the channel has it, and is nowhere after that'],
    ),
  ],
  [
    'S53',
    'strict headers',
    by(['http/docs.test.ts', 'every address is served with strict headers']),
  ],
  [
    'S54',
    'names are escaped, methods are listed',
    by(
      ['charts/svg.test.ts', 'a product called <script> stays a name'],
      ['http/docs.test.ts', 'a made-up host name stays text'],
      [API, 'other methods, and addresses there are not'],
    ),
  ],
  [
    'S55',
    'each handler checks for itself',
    by([API, 'nobody without a token, with a made-up one, or with a revoked one']),
  ],
  [
    'S56',
    'nobody takes the service for themselves',
    by(
      [
        'security/sender-pace.test.ts',
        'is heard forty times, told once, then not heard, whichever process takes it; everything is stored',
      ],
      [
        'security/sender-pace.test.ts',
        'files count more, and thirty picked at once still go through',
      ],
      [
        'http/wrong-tokens.test.ts',
        'are answered 401, and after twenty 429 with the seconds to wait',
      ],
      [
        'http/upload-pace.test.ts',
        'a token that brings files in a circle is told when to come again; another shop’s is not',
      ],
      [API, 'a third upload at the same time: 429, and a place is free again afterwards'],
      ['flow/shops.test.ts', 'open: a landslide of new shops is held back for an hour'],
    ),
  ],
  [
    'S57',
    'slow connections are ended',
    because('src/main.ts sets the times for headers and bodies; a test would take those minutes.'),
  ],
  [
    'S60',
    'nothing personal in logs, figures and errors',
    by(
      [
        'security/log-canary.test.ts',
        'a whole conversation with everything going wrong leaves no name, number, text, cell or key in log, metrics or errors',
      ],
      ['log.test.ts', 'a text that could not be read as JSON is not quoted'],
      ['assistant/gemini.test.ts', 'their words never reach our log'],
    ),
  ],
  [
    'S61',
    'people are told what failed without the inside of it',
    by([
      'flow/trouble.test.ts',
      'five times: set aside with an honest word, and the next one is answered',
    ]),
  ],
  [
    'S62',
    'secrets are checked at the start and can be changed',
    by(
      ['config.test.ts', 'wrong ones are all reported at once, together with the missing ones'],
      [SIGNATURE, 'while the secret is being changed both are taken'],
    ),
  ],
  [
    'S63',
    'everything can be taken out and deleted',
    by(
      [
        'security/erase.test.ts',
        'leaves nothing of itself in any table, and every other shop as it was',
      ],
      ['security/erase.test.ts', 'is not in the bytes of any file either'],
      [
        'security/old-texts.test.ts',
        'a month after somebody wrote, no table holds their words or our answer to them',
      ],
      [
        'security/export-complete.test.ts',
        'everything of a shop is in its book, or it is said why not',
      ],
      [
        'flow/export.test.ts',
        'holds every line that counts, the files, the told days and the team, and reads back',
      ],
    ),
  ],
  [
    'S64',
    'data at rest',
    because(
      'Modes of the folder, the user and the encryption of the disk are the machine’s; SECURITY.md says which.',
    ),
  ],
  [
    'S65',
    'what we are built of',
    because(
      'package-lock.json pins every package with its hash; the audit needs the registry, see SECURITY.md.',
    ),
  ],
]

describe('the security checklist', () => {
  const held = CHECKLIST.flatMap(([id, what, how]) =>
    'by' in how ? how.by.map(([file, title]) => ({ id, what, file, title })) : [],
  )
  test.each(held)('$id $what: $file', ({ file, title }) => {
    const source = readFileSync(join(import.meta.dirname, '..', file), 'utf8')
    const written = ["'", '"', '`'].map((quote) => `(${quote}${title}${quote},`)
    // A table of cases has its title on a line of its own.
    const ofTable = ["'", '"'].map((quote) => `\n    ${quote}${title}${quote},`)
    expect(
      [...written, ...ofTable].some((text) => source.includes(text)),
      `${file}: ${title}`,
    ).toBe(true)
  })

  test('names every item once, in order, and leaves none without a test or a reason', () => {
    const ids = CHECKLIST.map(([id]) => id)
    expect(ids).toEqual([...new Set(ids)].toSorted())
    expect(ids).toHaveLength(44)
    for (const [id, , how] of CHECKLIST)
      expect('by' in how ? how.by.length : how.because.length, id).toBeGreaterThan(0)
  })
})
