import { dashboardOutReply, dashboardReply, noDashboardReply } from '../../src/replies/dashboard.ts'
import {
  exportPartsReply,
  exportReply,
  exportTooLongReply,
  nothingToExportReply,
} from '../../src/replies/export.ts'
import {
  addedReply,
  branchesLine,
  codeTroubleReply,
  helloLine,
  inviteReply,
  joinedReply,
  leaveQuestion,
  leftReply,
  notAllowedReply,
  removedReply,
  shopLine,
  teamReply,
  teamTroubleReply,
  under,
} from '../../src/replies/people.ts'
import { deletedReply, deleteQuestion, privacyReply } from '../../src/replies/privacy.ts'
import type { Reply } from '../../src/replies/reply.ts'
import {
  chosenShopReply,
  closedShopReply,
  currencyKeptReply,
  noSuchShopReply,
  restoredReply,
  settingDoneReply,
  settingQuestion,
  settingSameReply,
  settingsReply,
  settingWrongReply,
  shopsReply,
  signupReply,
} from '../../src/replies/shops.ts'
import { greetingReply } from '../../src/replies/welcome.ts'
import type { Shop } from '../../src/sales/shop.ts'
import { march, now } from './findings.ts'

const contact = '+62 811-0000-1111'
const WEEK_MS = 7 * 86_400_000
const rina = { name: 'Rina', phone: '6281234567890' }
const staff = { role: 'staff', branches: ['Dago', 'Setiabudi'] } as const
const manager = { role: 'manager', branches: null } as const
const owner = { role: 'owner', branches: null } as const

/** Every reply about people and shops, as an owner or a member would meet it. */
export const peopleReplies: Readonly<Record<string, (shop: Shop) => Reply>> = {
  team: (shop) =>
    teamReply(
      [
        { ...owner, ...rina, how: 'settings', isSelf: true },
        { ...manager, name: 'Budi *kasir*', phone: null, how: 'code', isSelf: false },
        { ...staff, name: null, phone: '6281299998888', how: 'number', isSelf: false },
      ],
      shop,
    ),
  'team-added': (shop) => addedReply({ ...staff, name: null, phone: rina.phone }, shop, true),
  'team-changed': (shop) => addedReply({ ...manager, ...rina }, shop, false),
  'team-bad-number': (shop) => teamTroubleReply('bad-number', shop, 100),
  'team-no-such': (shop) => teamTroubleReply('no-such', shop, 100),
  'team-last-owner': (shop) => teamTroubleReply('last-owner', shop, 100),
  'team-full': (shop) => teamTroubleReply('full', shop, 100),
  'team-removed': (shop) => removedReply(rina, shop, 'team:add:+6281234567890 staff'),
  'team-invite': (shop) => inviteReply({ ...staff, code: 'HJ4KQ7WX', until: now + WEEK_MS }, shop),
  'join-team': (shop) => joinedReply(staff, shop, false),
  'join-new-shop': (shop) => joinedReply(owner, shop, true),
  'join-wrong': (shop) => codeTroubleReply('wrong', shop),
  'join-paused': (shop) => codeTroubleReply('paused', shop),
  'join-closed': (shop) => codeTroubleReply('closed', shop),
  'join-already': (shop) => codeTroubleReply('already', shop),
  'leave-question': leaveQuestion,
  left: leftReply,
  'first-answer-of-a-new-member': (shop) =>
    under(helloLine(staff, shop), under(branchesLine(staff.branches, shop), greetingReply(shop))),
  'answer-of-one-of-several-shops': (shop) => under(shopLine(shop), greetingReply(shop)),
  'refused-owner': (shop) => notAllowedReply('owner', shop),
  'refused-manager': (shop) => notAllowedReply('manager', shop),
  'refused-whole': (shop) => notAllowedReply('whole', shop),
  'refused-own-files': (shop) => notAllowedReply('ownFiles', shop),
  shops: (shop) =>
    shopsReply(
      [
        { shop, role: 'owner', isChosen: true, goneAt: null },
        { shop: { ...shop, name: 'Kopi Pagi' }, role: 'manager', isChosen: false, goneAt: null },
        {
          shop: { ...shop, name: 'Warung Lama' },
          role: 'owner',
          isChosen: false,
          goneAt: now + WEEK_MS,
        },
      ],
      shop,
    ),
  'shop-chosen': chosenShopReply,
  'shop-none': noSuchShopReply,
  'shop-settings': (shop) => settingsReply({ ...shop, closingHour: 3 }, owner),
  'shop-settings-staff': (shop) => settingsReply(shop, staff),
  'shop-zone-question': (shop) =>
    settingQuestion('zone', { before: shop, after: { ...shop, timeZone: 'Asia/Makassar' }, now }),
  'shop-closing-question': (shop) =>
    settingQuestion('closing', { before: shop, after: { ...shop, closingHour: 3 }, now }),
  'shop-currency-question': (shop) =>
    settingQuestion('currency', { before: shop, after: { ...shop, currency: 'USD' }, now }),
  'shop-name-done': (shop) =>
    settingDoneReply('name', { before: shop, after: { ...shop, name: 'Melati Florist' } }),
  'shop-zone-same': (shop) => settingSameReply('zone', shop),
  'shop-zone-wrong': (shop) => settingWrongReply('zone', shop),
  'shop-closing-wrong': (shop) => settingWrongReply('closing', shop),
  'shop-currency-kept': currencyKeptReply,
  'signup-invite': (shop) => signupReply('invite', shop),
  'signup-full': (shop) => signupReply('full', shop),
  privacy: (shop) => privacyReply(shop, contact, true),
  'delete-question': (shop) => deleteQuestion(shop, 3402),
  deleted: (shop) => deletedReply(shop, now + WEEK_MS),
  'closed-shop-owner': (shop) =>
    closedShopReply({ closedAt: now, goneAt: now + WEEK_MS, isOwner: true }, shop),
  'closed-shop-staff': (shop) =>
    closedShopReply({ closedAt: now, goneAt: now + WEEK_MS, isOwner: false }, shop),
  restored: restoredReply,
  dashboard: (shop) =>
    dashboardReply({ url: 'https://toko.example/dashboard/open/LINK', minutes: 10 }, shop),
  'dashboard-out': dashboardOutReply,
  'dashboard-none': noDashboardReply,
  export: (shop) => exportReply({ lines: 3402, files: 12, part: null }, shop),
  'export-part': (shop) => exportReply({ lines: 1284, files: 12, part: march }, shop),
  'export-parts': (shop) =>
    exportPartsReply(
      { lines: 250_000, max: 20_000, parts: [{ span: march, lines: 19_000 }], hasOlder: true },
      shop,
    ),
  'export-too-long': (shop) => exportTooLongReply(20_000, shop),
  'export-nothing': nothingToExportReply,
}
