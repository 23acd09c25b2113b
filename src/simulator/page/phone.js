// The phone in the browser: draws what the simulator says, and says what the person does.
const byId = (id) => document.getElementById(id)
const [chat, sample, composer, text, file] = ['chat', 'sample', 'composer', 'text', 'file'].map(
  byId,
)
const [drop, sheet, toast, presence] = ['drop', 'sheet', 'toast', 'presence'].map(byId)

/** An element with properties and children; text always goes in as text, never as markup. */
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

// ── WhatsApp's marks ──────────────────────────────────────────────────────────────────────────

const MARKS = { '*': 'b', _: 'i', '~': 's', '`': 'code' }
const MARKED =
  /(?<![\p{L}\p{N}])([*_~`])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])|(https?:\/\/[^\s<>]+[^\s<>.,;:!?)])/u

const inline = (line) => {
  const found = MARKED.exec(line)
  if (!found) return [line]
  const [whole, mark, inner, link] = found
  const before = line.slice(0, found.index)
  const after = line.slice(found.index + whole.length)
  const drawn = link
    ? make('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, link)
    : make(MARKS[mark], {}, ...(mark === '`' ? [inner] : inline(inner)))
  return [before, drawn, ...inline(after)]
}

const lineOf = (line) => {
  if (/^[-*] /.test(line)) return make('div', { className: 'line item' }, ...inline(line.slice(2)))
  if (line.startsWith('> '))
    return make('div', { className: 'line quote' }, ...inline(line.slice(2)))
  return make('div', { className: 'line' }, ...inline(line))
}

// ── Bubbles ───────────────────────────────────────────────────────────────────────────────────

const TICKS = { sent: '✓', delivered: '✓✓', read: '✓✓', failed: '!' }
const KILOBYTE = 1024

const sizeOf = (bytes) =>
  bytes < KILOBYTE ** 2
    ? `${Math.ceil(bytes / KILOBYTE)} KB`
    : `${(bytes / KILOBYTE ** 2).toFixed(1)} MB`

const attachmentOf = ({ kind, mediaId, fileName, mimeType, sizeBytes }) => {
  const address = `media/${encodeURIComponent(mediaId)}`
  if (kind === 'image') {
    const image = make('img', { src: address, alt: fileName || '🖼', loading: 'lazy' })
    image.addEventListener('load', stayAtEnd)
    return make('a', { className: 'picture', href: address, target: '_blank' }, image)
  }
  const ending = (/\.(\w{1,4})$/.exec(fileName)?.[1] ?? mimeType.split('/').at(-1)).slice(0, 4)
  return make(
    'a',
    { className: 'file', href: address, download: fileName },
    make('i', {}, ending.toUpperCase()),
    make('span', {}, fileName || '🎤', make('small', {}, sizeOf(sizeBytes))),
  )
}

const clock = (at) =>
  new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

const metaOf = (bubble) => {
  const meta = make('span', { className: 'meta' }, clock(bubble.at))
  if (bubble.from === 'person') {
    meta.append(make('span', { className: `ticks ${bubble.state}` }, TICKS[bubble.state] ?? ''))
  }
  return meta
}

const choicesOf = (bubble) => {
  if (bubble.choices.length === 0) return []
  const buttons = bubble.listLabel
    ? [
        make(
          'button',
          { className: 'choice', type: 'button', onclick: () => openSheet(bubble) },
          `☰ ${bubble.listLabel}`,
        ),
      ]
    : bubble.choices.map((choice) =>
        make(
          'button',
          { className: 'choice', type: 'button', onclick: () => tap(bubble, choice) },
          choice.title,
        ),
      )
  return [make('div', { className: 'choices' }, ...buttons)]
}

const rowOf = (bubble, isTurn) => {
  const inner = [
    ...(bubble.quoted ? [make('div', { className: 'quoted' }, ...inline(bubble.quoted))] : []),
    ...(bubble.attachment ? [attachmentOf(bubble.attachment)] : []),
    ...(bubble.text ? bubble.text.split('\n').map(lineOf) : []),
  ]
  // The time floats at the end of the last line when there is one.
  const last = inner.at(-1)
  if (last?.classList.contains('line')) last.append(metaOf(bubble))
  else inner.push(metaOf(bubble))
  const classes = ['row', bubble.from === 'person' ? 'own' : 'theirs', isTurn ? 'turn' : '']
  return make(
    'div',
    { className: classes.join(' ') },
    make('div', { className: 'bubble' }, ...inner),
    ...choicesOf(bubble),
  )
}

const openSheet = (bubble) => {
  const rows = bubble.choices.map((choice) => {
    const row = make('button', { type: 'button' }, choice.title)
    if (choice.description) row.append(make('small', {}, choice.description))
    row.addEventListener('click', () => {
      sheet.close()
      return tap(bubble, choice)
    })
    return row
  })
  sheet.replaceChildren(...rows)
  sheet.showModal()
}

sheet.addEventListener('click', (event) => {
  if (event.target === sheet) sheet.close()
})

// ── Drawing ───────────────────────────────────────────────────────────────────────────────────

/** What is drawn already: a bubble is made anew only when something about it changed. */
const drawn = new Map()
let isAtEnd = true
let typingTimer

const dayOf = (at) => new Date(at).toLocaleDateString([], { day: 'numeric', month: 'long' })
const typingRow = make(
  'div',
  { className: 'row theirs turn' },
  make('div', { className: 'bubble typing' }, make('span'), make('span'), make('span')),
)

const draw = ({ bubbles, typingMs }) => {
  const rows = []
  let before = null
  for (const bubble of bubbles) {
    const isTurn = before?.from !== bubble.from
    if (!before || dayOf(before.at) !== dayOf(bubble.at)) {
      rows.push(make('div', { className: 'day' }, dayOf(bubble.at)))
    }
    const key = JSON.stringify([bubble, isTurn])
    const known = drawn.get(bubble.id)
    const row = known?.key === key ? known.row : rowOf(bubble, isTurn)
    drawn.set(bubble.id, { key, row })
    rows.push(row)
    before = bubble
  }
  showTyping(typingMs)
  chat.replaceChildren(...rows, ...(typingMs > 0 ? [typingRow] : []))
  document.body.classList.toggle('empty', bubbles.length === 0)
  stayAtEnd()
}

const showTyping = (typingMs) => {
  clearTimeout(typingTimer)
  presence.textContent = typingMs > 0 ? 'typing…' : 'online'
  if (typingMs <= 0) return
  typingTimer = setTimeout(() => {
    typingRow.remove()
    presence.textContent = 'online'
  }, typingMs)
}

const stayAtEnd = () => {
  if (isAtEnd) chat.scrollTop = chat.scrollHeight
}

const NEAR_PX = 80
chat.addEventListener('scroll', () => {
  isAtEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < NEAR_PX
})

const events = new EventSource('events')
events.addEventListener('chat', (event) => draw(JSON.parse(event.data)))
events.addEventListener('error', () => {
  presence.textContent = '…'
})

// ── What the person does ──────────────────────────────────────────────────────────────────────

let toastTimer
const TOAST_MS = 5000
const complain = (words) => {
  toast.textContent = words
  toast.hidden = false
  clearTimeout(toastTimer)
  toastTimer = setTimeout(() => {
    toast.hidden = true
  }, TOAST_MS)
}

const post = async (address, body) => {
  isAtEnd = true
  const isForm = body instanceof FormData
  const headers = isForm ? {} : { 'content-type': 'application/json' }
  const answer = await fetch(address, {
    method: 'POST',
    headers,
    body: isForm ? body : JSON.stringify(body ?? {}),
  }).catch((failure) => ({ ok: false, json: async () => ({ error: failure.message }) }))
  if (answer.ok) return
  const { error } = await answer.json().catch(() => ({ error: `HTTP ${answer.status}` }))
  complain(`⚠️ ${error}`)
}

const tap = (bubble, choice) => post('tap', { bubbleId: bubble.id, choiceId: choice.id })

/** One after the other, so that they arrive in the order they were chosen. */
const sendFiles = async (files) => {
  for (const chosen of [...files]) {
    const form = new FormData()
    form.set('file', chosen)
    await post('send', form)
  }
}

const fitText = () => {
  text.style.height = 'auto'
  text.style.height = `${text.scrollHeight}px`
}

composer.addEventListener('submit', (event) => {
  event.preventDefault()
  const words = text.value.trim()
  text.value = ''
  fitText()
  text.focus()
  return words ? post('say', { text: words }) : null
})

text.addEventListener('input', fitText)
text.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  composer.requestSubmit()
})

sample.addEventListener('click', () => post('sample'))
file.addEventListener('change', async () => {
  await sendFiles(file.files)
  file.value = ''
})
file.parentElement.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  file.click()
})

/** Words may be dragged into the text field as everywhere; files go to the shop. */
const holdsFiles = (event) => event.dataTransfer.types.includes('Files')

addEventListener('dragover', (event) => {
  if (!holdsFiles(event)) return
  event.preventDefault()
  drop.hidden = false
})
addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) drop.hidden = true
})
addEventListener('drop', (event) => {
  if (!holdsFiles(event)) return undefined
  event.preventDefault()
  drop.hidden = true
  return sendFiles(event.dataTransfer.files)
})

text.focus()
