/** The look of `/docs`: readable on a phone, light and dark. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; --ink: #1d2327; --soft: #5b6670; --line: #dde2e6; --paper: #fff;
  --ground: #f4f6f7; --green: #0b7a53; --amber: #9a6200; --red: #b3261e }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9edef; --soft: #a3adb5; --line: #2c3a42; --paper: #14202a; --ground: #0b141a;
    --green: #4cc38a; --amber: #e2a53a; --red: #f2877f }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
header, main { max-width: 46rem; margin: 0 auto; padding: 0 1rem }
h1 { margin: 2rem 0 .25rem; font-size: 1.75rem }
h2 { margin: 0 0 .5rem; font-size: 1.15rem; overflow-wrap: anywhere }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 12px;
  margin: 1rem 0; padding: 1rem 1.1rem }
p { margin: .5rem 0 }
a { color: var(--green) }
code, pre { font: .875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }
code { overflow-wrap: anywhere }
small { color: var(--soft) }
.method { background: var(--green); color: var(--paper); border-radius: 6px; padding: .1rem .45rem;
  font-size: .8rem; vertical-align: .1em }
.command { position: relative; margin: .5rem 0 1rem }
.command pre { margin: 0; padding: .75rem 4.5rem .75rem .75rem; overflow-x: auto; background: var(--ground);
  border: 1px solid var(--line); border-radius: 8px }
.command code { overflow-wrap: normal }
.copy { position: absolute; top: .45rem; right: .45rem; min-height: 2rem; padding: 0 .7rem; cursor: pointer;
  color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 6px; font: inherit;
  font-size: .8rem }
.copy:focus-visible, pre:focus-visible, summary:focus-visible { outline: 2px solid var(--green); outline-offset: 2px }
@media (max-width: 40rem) {
  .command pre { padding-right: .75rem }
  .copy { position: static; width: 100%; min-height: 2.6rem; margin-top: .35rem }
}
table { width: 100%; border-collapse: collapse; margin: .75rem 0 0 }
th { text-align: left; font-size: .8rem; color: var(--soft); font-weight: 600 }
td, th { padding: .4rem .5rem .4rem 0; border-top: 1px solid var(--line); vertical-align: top }
thead th { border-top: 0 }
dl { margin: .75rem 0 0 }
dt { border-top: 1px solid var(--line); padding-top: .4rem }
dd { margin: 0 0 .5rem }
details { border-top: 1px solid var(--line); padding: .35rem 0 }
summary { cursor: pointer; min-height: 2rem }
.s2 { color: var(--green) } .s4 { color: var(--amber) } .s5 { color: var(--red) }
`

/** Copies a command; where the browser does not allow that, it selects it. */
export const DOCS_SCRIPT = `
for (const button of document.querySelectorAll('.copy')) {
  button.addEventListener('click', async () => {
    const code = button.parentElement.querySelector('code')
    try {
      await navigator.clipboard.writeText(code.textContent)
      button.textContent = 'Copied'
    } catch {
      getSelection().selectAllChildren(code)
      button.textContent = 'Selected'
    }
    setTimeout(() => { button.textContent = 'Copy' }, 2000)
  })
}
// A link to a shape opens it.
const openTarget = () => {
  const target = document.getElementById(location.hash.slice(1))
  if (target instanceof HTMLDetailsElement) target.open = true
}
addEventListener('hashchange', openTarget)
openTarget()
`
