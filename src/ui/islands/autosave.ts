// Keeps a draft on the server while somebody types. It restores nothing: the server renders the draft when they come back.
import { draftBody } from './draft-body/draft-body.ts'

const everyMilliseconds = 4_000

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft-url]')) keepDraft(form)

function keepDraft(form: HTMLFormElement): void {
  const url = form.dataset['draftUrl']
  if (!url) return
  const status = form.querySelector('[data-draft-status]')
  let saved = bodyOf(form)
  let sending = false
  let left = false

  async function save(address: string): Promise<void> {
    const body = bodyOf(form)
    if (left || sending || body === saved) return
    sending = true
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': fieldOf(form, '_csrf') },
        body,
        // Lets the last draft reach the server when the tab is closed.
        keepalive: body.length < 60_000,
      })
      if (!response.ok) throw new Error(`The draft was answered ${response.status}`)
      saved = body
      say(`Draft saved ${clock()}`)
    } catch {
      say('Draft not saved. What you typed is still on this page; it is tried again in a few seconds')
    } finally {
      sending = false
    }
  }

  function say(words: string): void {
    if (status && !left) status.textContent = words
  }

  setInterval(() => void save(url), everyMilliseconds)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save(url)
  })
  // Once the form itself is on its way, a draft sent after it would come back to life.
  form.addEventListener('submit', () => (left = true))
  addEventListener('pageshow', () => (left = false))
}

function bodyOf(form: HTMLFormElement): string {
  return JSON.stringify(draftBody([...new FormData(form).entries()]))
}

function fieldOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value : ''
}

function clock(): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' }).format(new Date())
}
