import { wholePlan } from '../../src/analytics/shown.ts'
import {
  photoExpiredReply,
  photoFailedReply,
  photoKnownReply,
  photoNothingReply,
  proposalReply,
} from '../../src/replies/photo.ts'
import {
  noRowsReply,
  nothingToProveReply,
  type ProofParts,
  proofReply,
} from '../../src/replies/proof.ts'
import type { ProofFile } from '../../src/replies/proof-book.ts'
import type { Reply } from '../../src/replies/reply.ts'
import {
  askSoldReply,
  bookedReply,
  changeHowReply,
  noneToldReply,
  type SoldProblem,
  soldDroppedReply,
  soldGoneReply,
  soldUndoneReply,
} from '../../src/replies/sold.ts'
import { addDays } from '../../src/sales/day.ts'
import type { Shop } from '../../src/sales/shop.ts'
import type { ToldSale } from '../../src/sales/told-sale.ts'
import type { BranchDay } from '../../src/sales/totals.ts'
import { now, pieces, rupiah, today } from './findings.ts'

const sale = (rest: Partial<ToldSale> = {}): ToldSale => ({
  day: today,
  product: 'Mawar Merah',
  branch: 'Dago',
  kind: 'sale',
  quantity: pieces(3),
  revenue: rupiah(45_000),
  isUsualPrice: false,
  packs: null,
  ...rest,
})
const sales: readonly ToldSale[] = [
  sale(),
  sale({
    product: 'Lily Putih',
    quantity: pieces(40),
    revenue: rupiah(100_000),
    packs: { count: pieces(2), name: 'ikat' },
    branch: 'Setiabudi',
  }),
  sale({ product: 'Buket Wisuda', kind: 'refund', quantity: pieces(1), revenue: rupiah(150_000) }),
  sale({ product: 'Melati', quantity: pieces(1), revenue: rupiah(5000), isUsualPrice: true }),
]
const onDay: readonly BranchDay[] = [
  {
    day: today,
    branch: 'Dago',
    receipts: null,
    lines: 12,
    quantity: pieces(40),
    revenue: rupiah(450_000),
    refundLines: 0,
    refunds: 0,
  },
]
const booked = { no: 7, unread: [], isCorrected: false, today, onDay }

const asked = (problem: SoldProblem) => (shop: Shop) => askSoldReply(problem, 7, shop)

const file: ProofFile = {
  no: 1,
  fileName: 'penjualan_maret.csv',
  at: now,
  skipped: 12,
  isTyped: false,
  lines: 1200,
}
const month = wholePlan({ from: addDays(today, -30), to: today })
const proved: ProofParts = {
  about: 'figures',
  figures: [
    {
      metric: 'revenue',
      value: rupiah(48_250_000),
      span: { from: addDays(today, -30), to: today },
      filters: [
        { dimension: 'product', op: 'eq', values: ['Mawar Merah'] },
        { dimension: 'branch', op: 'not', values: ['Dago'] },
      ],
      lines: 1284,
    },
  ],
  lines: 1284,
  isDaily: false,
  files: [
    file,
    { ...file, no: 2, fileName: '3 Mawar Merah', isTyped: true, lines: 84, skipped: 0 },
  ],
  span: null,
  hasChanged: false,
}
const [figure] = proved.figures

/** Sales told by hand, photos and proof, as an owner reads them. */
export const soldReplies: Readonly<Record<string, (shop: Shop) => Reply>> = {
  'sold-booked': (shop) => bookedReply({ ...booked, sales: sales.slice(0, 1) }, shop),
  'sold-booked-usual-price': (shop) => bookedReply({ ...booked, sales: sales.slice(3) }, shop),
  'sold-booked-several': (shop) => bookedReply({ ...booked, sales, unread: ['anu segitu'] }, shop),
  'sold-booked-yesterday': (shop) =>
    bookedReply({ ...booked, sales: [sale({ day: addDays(today, -1), branch: null })] }, shop),
  'sold-corrected': (shop) =>
    bookedReply({ ...booked, isCorrected: true, sales: sales.slice(0, 1) }, shop),
  'sold-which': asked({
    kind: 'which',
    at: 0,
    said: 'mawar',
    isSeveral: true,
    choices: [
      { ref: 1, name: 'Mawar Merah' },
      { ref: 2, name: 'Mawar Putih' },
    ],
  }),
  'sold-new': asked({ kind: 'which', at: 0, said: 'buket jumbo', isSeveral: false, choices: [] }),
  'sold-near': asked({
    kind: 'which',
    at: 0,
    said: 'mawr mera',
    isSeveral: false,
    choices: [{ ref: 1, name: 'Mawar Merah' }],
  }),
  'sold-branch': asked({ kind: 'branch', branches: ['Dago', 'Setiabudi'] }),
  'sold-not-yours': asked({ kind: 'not-yours', branch: 'Setiabudi', own: ['Dago'] }),
  'sold-pack': asked({ kind: 'pack', name: 'Mawar Merah', pack: 'ikat' }),
  'sold-too-much': asked({ kind: 'too-much', name: 'Mawar Merah' }),
  'sold-per': asked({
    kind: 'per',
    at: 0,
    name: 'Mawar Merah',
    each: rupiah(45_000),
    total: rupiah(15_000),
    count: 3,
  }),
  'sold-price': asked({ kind: 'price', at: 0, name: 'Buket Jumbo' }),
  'sold-change': (shop) =>
    changeHowReply({ no: 7, sales: sales.slice(0, 1), isWhichLine: false }, shop),
  'sold-change-several': (shop) => changeHowReply({ no: 7, sales, isWhichLine: true }, shop),
  'sold-undone': (shop) =>
    soldUndoneReply({ what: '3 Mawar Merah', today, day: today, onDay }, shop),
  'sold-gone': soldGoneReply,
  'sold-dropped': soldDroppedReply,
  'sold-none': noneToldReply,
  'photo-proposal': (shop) =>
    proposalReply(
      {
        no: 7,
        rows: [
          { sale: sale(), isDoubtful: false, otherTotal: null },
          { sale: sale({ product: 'Melati' }), isDoubtful: true, otherTotal: null },
          { sale: sale({ product: 'Lily' }), isDoubtful: false, otherTotal: rupiah(50_000) },
        ],
        writtenTotal: rupiah(140_000),
        unreadLines: 2,
      },
      shop,
    ),
  'photo-proposal-long': (shop) =>
    proposalReply(
      {
        no: 7,
        rows: Array.from({ length: 30 }, () => ({
          sale: sale(),
          isDoubtful: false,
          otherTotal: null,
        })),
        writtenTotal: rupiah(1_350_000),
        unreadLines: 0,
      },
      shop,
    ),
  'photo-no-key': (shop) => photoFailedReply('no-key', shop),
  'photo-off': (shop) => photoFailedReply('off', shop),
  'photo-failed': (shop) => photoFailedReply('timeout', shop),
  'photo-nothing': photoNothingReply,
  'photo-known': photoKnownReply,
  'photo-expired': photoExpiredReply,
  proof: (shop) => proofReply(proved, shop),
  'proof-changed': (shop) => proofReply({ ...proved, hasChanged: true }, shop),
  'proof-two': (shop) =>
    proofReply(
      {
        ...proved,
        figures: figure
          ? [
              { ...figure, filters: [] },
              { ...figure, metric: 'units', value: pieces(120), filters: month.filters },
            ]
          : [],
      },
      shop,
    ),
  'proof-daily': (shop) =>
    proofReply({ ...proved, isDaily: true, lines: 240_000, files: [] }, shop),
  'proof-why': (shop) => proofReply({ ...proved, about: 'why' }, shop),
  'proof-forecast': (shop) =>
    proofReply({ ...proved, about: 'forecast', figures: [], files: [], span: month.time }, shop),
  'proof-restock': (shop) =>
    proofReply({ ...proved, about: 'restock', figures: [], files: [], span: month.time }, shop),
  'proof-nothing': nothingToProveReply,
  'proof-no-rows': noRowsReply,
}
