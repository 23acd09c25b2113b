import { html } from 'hono/html'
import type { Messages } from '../../i18n/en.ts'
import type { OwnShop } from '../../store/team.ts'
import type { Assets } from './assets.ts'
import { type Html, marked } from './marks.ts'
import { mayOpen, PAGE_NAMES, type PageName, pathOf } from './places.ts'
import type { Visit } from './visit.ts'

type Frame = {
  readonly title: string
  readonly language: string
  readonly assets: Assets
  readonly body: Html
}

/** A whole document. Nothing in it is inline, so the content policy can be strict. */
const documentOf = ({ title, language, assets, body }: Frame): Html => html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="htmx-config" content='{"includeIndicatorCSS":false}'>
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assets.look.path}">
<script src="${assets.script.path}" defer></script>
</head>
${body}
</html>`

/** A page of a shop, with its way to the others. */
export const shopPage = (
  visit: Visit,
  { assets, shops, notice }: Around,
  { name, content }: { readonly name: PageName; readonly content: Html },
): Html => {
  const { shop, words, voice } = visit
  return documentOf({
    title: `${words.nav[name]} · ${shop.name}`,
    language: shop.language,
    assets,
    body: html`<body hx-boost:inherited="true">
<header>
<p class="shop">${voice.name(shop.name)}</p>
${switcher(visit, shops)}
<form method="post" action="/dashboard/sign-out"><button class="quiet">${words.signOut}</button></form>
</header>
<nav class="pages">
${PAGE_NAMES.filter((each) => mayOpen(each, visit.session)).map(
  (each) =>
    html`<a href="${pathOf(each)}"${each === name ? html` aria-current="page"` : ''}>${words.nav[each]}</a>`,
)}
</nav>
<main>
<h1>${words.nav[name]}</h1>
${notice}
${content}
</main>
</body>`,
  })
}

/** What stands around every page of a shop. */
export type Around = {
  readonly assets: Assets
  /** The other shops this person may look at. */
  readonly shops: readonly OwnShop[]
  /** What the last deed came to. */
  readonly notice: Html | ''
}

const switcher = ({ shop, words }: Visit, shops: readonly OwnShop[]): Html | '' =>
  shops.length < 2
    ? ''
    : html`<form method="post" action="/dashboard/shop" class="switch">
<label><span>${words.shops}</span> <select name="shop">
${shops.map(
  (each) =>
    html`<option value="${each.shop.id}"${each.shop.id === shop.id ? html` selected` : ''}>${each.shop.name}</option>`,
)}
</select></label>
<button>${words.turn}</button>
</form>`

const BELL = html`<svg class="bell" viewBox="0 0 24 24" width="48" height="48" aria-hidden="true">
<path d="M12 3a6 6 0 0 0-6 6v4l-2 3h16l-2-3V9a6 6 0 0 0-6-6z"/><path d="M9.5 18a2.5 2.5 0 0 0 5 0z"/></svg>`

/** A page for somebody who is not in: a few words and perhaps one button. */
export const doorPage = (
  { words, language, assets }: DoorFrame,
  { title, lines, action }: { title: string; lines: readonly string[]; action?: Html },
): Html =>
  documentOf({
    title: `${title} · Shopbell`,
    language,
    assets,
    body: html`<body class="door">
<main>
${BELL}
<h1>${title}</h1>
${lines.map(marked)}
${action ?? ''}
<p class="small">${words.languageName} · Shopbell</p>
</main>
</body>`,
  })

export type DoorFrame = {
  readonly words: Messages
  readonly language: string
  readonly assets: Assets
}
