import { html } from 'hono/html'
import { CALLS } from './faults.ts'
import { ERROR_TITLES } from './graph-error.ts'
import { REPORT_WAYS } from './talk.ts'

const ICONS = {
  again: 'M12 5V1L7 6l5 5V7a5 5 0 1 1-5 5H5a7 7 0 1 0 7-7z',
  bell: 'M12 22a2 2 0 0 0 2-2h-4a2 2 0 0 0 2 2m6-6v-5c0-3.1-1.6-5.6-4.5-6.3V4a1.5 1.5 0 0 0-3 0v.7C7.6 5.4 6 7.9 6 11v5l-2 2v1h16v-1z',
  calls: 'M8.6 16.6 4 12l4.6-4.6L7.2 6l-6 6 6 6zm6.8 0L20 12l-4.6-4.6L16.8 6l6 6-6 6z',
  clip: 'M16.5 6v11.5a4 4 0 0 1-8 0V5a2.5 2.5 0 0 1 5 0v10.5a1 1 0 0 1-2 0V6H10v9.5a2.5 2.5 0 0 0 5 0V5a4 4 0 0 0-8 0v12.5a5.5 5.5 0 0 0 11 0V6z',
  close:
    'M19 6.4 17.6 5 12 10.6 6.4 5 5 6.4 10.6 12 5 17.6 6.4 19 12 13.4 17.6 19 19 17.6 13.4 12z',
  file: 'M14 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8zm2 16H8v-2h8zm0-4H8v-2h8zm-3-5V3.5L18.5 9z',
  list: 'M4 6h16v2H4zm0 5h16v2H4zm0 5h16v2H4z',
  mic: 'M12 14a3 3 0 0 0 3-3V5a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3m5-3a5 5 0 0 1-10 0H5a7 7 0 0 0 6 6.9V21h2v-3.1A7 7 0 0 0 19 11z',
  plus: 'M19 13h-6v6h-2v-6H5v-2h6V5h2v6h6z',
  reply: 'M10 9V5l-7 7 7 7v-4.1c5 0 8.500 1.600 11 5.100-1-5-4-10-11-11z',
  send: 'M2 21 23 12 2 3v7l15 2-15 2z',
  stop: 'M6 6h12v12H6z',
  tools:
    'M3 17v2h6v-2zM3 5v2h10V5zm10 16v-2h8v-2h-8v-2h-2v6zM7 9v2H3v2h4v2h2V9zm14 4v-2H11v2zm-6-4h2V7h4V5h-4V3h-2z',
} as const

const icon = (name: keyof typeof ICONS) =>
  html`<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><use href="#i-${name}" /></svg>`

/** What most often goes wrong at Meta. */
const FIRST_CODE = '131000'

/**
 * The page before anything has happened. Relative addresses work wherever it is mounted, with or
 * without a slash at the end; its words come from page/words.js (`data-word`, `data-label`).
 */
export const pageShell = (title: string, path: string) => html`<!doctype html>
<html lang="id">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content="#0b6b5a" />
    <base href="${path.replace(/\/*$/, '/')}" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="page/phone.css" />
    <link rel="stylesheet" href="page/tools.css" />
    <script type="module" src="page/phone.js"></script>
  </head>
  <body>
    <svg hidden>
      <defs>
        ${Object.entries(ICONS).map(
          ([name, d]) =>
            html`<symbol id="i-${name}" viewBox="0 0 24 24"><path fill="currentColor" d="${d}" /></symbol>`,
        )}
      </defs>
    </svg>
    ${railShell()}
    ${phoneShell(title)}
    ${toolsShell()}
    <dialog id="sheet" class="sheet"></dialog>
    <dialog id="picture" class="lightbox" data-label="picture"></dialog>
    <dialog id="crowd" class="sheet" data-label="people"></dialog>
    ${personDialog()}
    <div id="toast" class="toast" role="alert" hidden></div>
  </body>
</html>`

const railShell = () => html`<nav id="rail" class="rail" data-label="people">
  <h2 data-word="people"></h2>
  <ul id="people" class="people"></ul>
  <button id="add-person" class="add" type="button">${icon('plus')}<span data-word="addPerson"></span></button>
  <div class="settings">
    <label><span data-word="language"></span>
      <select id="language"><option value="id">Indonesia</option><option value="en">English</option></select>
    </label>
    <label><span data-word="theme"></span>
      <select id="theme">
        <option value="auto" data-word="themeAuto"></option>
        <option value="light" data-word="themeLight"></option>
        <option value="dark" data-word="themeDark"></option>
      </select>
    </label>
  </div>
</nav>`

const phoneShell = (title: string) => html`<main class="phone">
  <header class="head">
    <span class="face">${icon('bell')}</span>
    <span class="who"><h1>${title}</h1><small id="presence"></small></span>
    <button id="me" class="me" type="button" aria-haspopup="dialog"></button>
    <button id="open-tools" class="round" type="button" data-label="tools" aria-expanded="false" aria-controls="tools">${icon('tools')}</button>
  </header>
  <p id="travelled" class="travelled" hidden></p>
  <section id="chat" class="chat" role="log" aria-live="polite" data-label="chat" tabindex="0"></section>
  <div id="start" class="start">
    <p class="hello" data-word="hello"></p>
    <button id="sample" class="chip" type="button">
      ${icon('file')}<span><b data-word="sample"></b><small data-word="sampleWhat"></small></span>
    </button>
  </div>
  <form id="composer" class="composer" autocomplete="off" data-label="write">
    <div id="quote" class="quote-bar" hidden></div>
    <div id="recording" class="recording" role="status" hidden></div>
    <div class="line-bar">
      <button id="attach" class="round" type="button" data-label="attach">${icon('clip')}</button>
      <input id="file" type="file" data-label="attach" multiple hidden />
      <input id="voice-file" type="file" data-label="voice" accept="audio/*" hidden />
      <textarea id="text" rows="1" maxlength="4096" data-hint="message" data-label="message"></textarea>
      <button id="mic" class="round" type="button" data-label="voice">${icon('mic')}</button>
      <button class="round send" type="submit" data-label="send">${icon('send')}</button>
    </div>
  </form>
  <div id="drop" class="drop" hidden>${icon('file')}<b data-word="dropHere"></b></div>
</main>`

const toolsShell = () => html`<aside id="tools" class="tools" data-label="tools">
  <header class="tools-head">
    <div class="tabs" role="tablist" data-label="tools">
      <button id="tab-inspector" type="button" role="tab" aria-controls="inspector" aria-selected="true" data-word="inspector"></button>
      <button id="tab-controls" type="button" role="tab" aria-controls="controls" aria-selected="false" tabindex="-1" data-word="controls"></button>
    </div>
    <button id="close-tools" class="round" type="button" data-label="close">${icon('close')}</button>
  </header>
  <section id="inspector" class="pane" role="tabpanel" aria-labelledby="tab-inspector">
    <div class="filters">
      <input id="filter" type="search" data-hint="filter" data-label="filter" />
      <select id="direction" data-label="direction">
        <option value="" data-word="both"></option>
        <option value="meta" data-word="webhooks"></option>
        <option value="bot" data-word="graphCalls"></option>
        <option value="trouble" data-word="onlyTrouble"></option>
      </select>
    </div>
    <p id="scope" class="scope" hidden></p>
    <ol id="lines" class="lines" tabindex="0" data-label="lines"></ol>
  </section>
  <section id="controls" class="pane controls" role="tabpanel" aria-labelledby="tab-controls" tabindex="0" hidden>
    ${clockControls()} ${faultControls()} ${weatherControls()}
    <fieldset>
      <legend data-word="talk"></legend>
      <div class="row-of">
        <a class="button" href="transcript" download="transcript.json" data-word="transcript"></a>
        <button id="reset" class="button danger" type="button" data-word="reset"></button>
      </div>
    </fieldset>
  </section>
</aside>`

const clockControls = () => html`<fieldset id="clock">
  <legend data-word="time"></legend>
  <p><output id="now" class="now"></output> <span id="window" class="dim"></span></p>
  <div class="row-of">
    <button class="button" type="button" data-by="3600000" data-word="hourLater"></button>
    <button class="button" type="button" data-by="86400000" data-word="dayLater"></button>
    <button id="morning" class="button" type="button" data-word="tomorrowMorning"></button>
    <button id="close-window" class="button" type="button" data-word="closeWindow"></button>
    <button id="back" class="button" type="button" data-word="backToNow"></button>
  </div>
  <form id="jump" class="row-of">
    <label><span data-word="jumpTo"></span><input id="jump-to" type="datetime-local" required /></label>
    <button class="button" type="submit" data-word="jump"></button>
  </form>
</fieldset>`

const faultControls = () => html`<fieldset>
  <legend data-word="trouble"></legend>
  <form id="fault" class="grid-of">
    <label><span data-word="onCall"></span>
      <select name="on">${CALLS.map((call) => html`<option>${call}</option>`)}</select>
    </label>
    <label><span data-word="what"></span>
      <select name="what">
        ${Object.entries(ERROR_TITLES).map(([code, what]) => html`<option value="code:${code}" ${code === FIRST_CODE ? 'selected' : ''}>${code} · ${what}</option>`)}
        <option value="http:500">HTTP 500</option>
        <option value="hang" data-word="noAnswer"></option>
        <option value="reset" data-word="cut"></option>
        <option value="reset+accepts" data-word="cutAfter"></option>
        <option value="delayMs:5000" data-word="slow"></option>
        <option value="failsLater:131026" data-word="failsLater"></option>
      </select>
    </label>
    <label><span data-word="howOften"></span>
      <select name="often">
        <option value="next" data-word="nextN"></option>
        <option value="every" data-word="everyN"></option>
        <option value="always" data-word="always"></option>
      </select>
    </label>
    <label><span>N</span><input name="n" type="number" min="1" max="1000" value="1" required /></label>
    <button class="button" type="submit" data-word="order"></button>
  </form>
  <ul id="faults" class="faults"></ul>
  <button id="clear-faults" class="button" type="button" data-word="clearFaults" hidden></button>
</fieldset>`

const weatherControls = () => html`<fieldset>
  <legend data-word="delivery"></legend>
  <div class="row-of">
    <label><span data-word="reports"></span>
      <select id="reports">${REPORT_WAYS.map((way) => html`<option value="${way}" data-word="reports-${way}"></option>`)}</select>
    </label>
    <label class="check"><input id="repeats" type="checkbox" /><span data-word="repeats"></span></label>
    <button id="again" class="button" type="button" data-word="repeatLast"></button>
  </div>
</fieldset>`

const personDialog = () => html`<dialog id="person" class="sheet" aria-labelledby="person-title">
  <form method="dialog" id="person-form" class="person-form">
    <h2 id="person-title" data-word="addPerson"></h2>
    <label><span data-word="personName"></span><input name="name" maxlength="40" required autocomplete="off" /></label>
    <label class="check"><input name="hidden" type="checkbox" /><span data-word="hiddenNumber"></span></label>
    <p class="dim" data-word="personWhat"></p>
    <div class="row-of">
      <button class="button main" type="submit" data-word="add"></button>
      <button id="person-cancel" class="button" type="button" data-word="cancel"></button>
    </div>
  </form>
</dialog>`
