// The way to the simulator: who is speaking, what they do, and the complaint when it did not work.
import { byId } from './dom.js'

const TOAST_MS = 6000
/** @type {ReturnType<typeof setTimeout> | undefined} */
let toastTimer
let speaker = localStorage.getItem('person') ?? ''

export const whoSpeaks = () => speaker

/** @param {string} userId */
export const speakAs = (userId) => {
  speaker = userId
  localStorage.setItem('person', userId)
}

/** An address of this page, for whoever speaks. @param {string} path */
export const addressOf = (path) => `${path}?as=${encodeURIComponent(speaker)}`

/** @param {string} words */
export const notice = (words) => {
  const toast = byId('toast')
  toast.textContent = words
  toast.hidden = false
  clearTimeout(toastTimer)
  toastTimer = setTimeout(() => {
    toast.hidden = true
  }, TOAST_MS)
}

/**
 * Resolves with the answer's JSON; null after a complaint, which is shown.
 * @param {string} path
 * @param {FormData | object} [body]
 */
export const post = async (path, body = {}) => {
  const isForm = body instanceof FormData
  try {
    const answer = await fetch(addressOf(path), {
      method: 'POST',
      headers: isForm ? {} : { 'content-type': 'application/json' },
      body: isForm ? body : JSON.stringify(body),
    })
    const told = await answer.json().catch(() => ({ error: `HTTP ${answer.status}` }))
    if (answer.ok) return told
    notice(`⚠️ ${told.error}`)
  } catch (error) {
    notice(`⚠️ ${error instanceof Error ? error.message : error}`)
  }
  return null
}
