// Lists what may be meant while somebody types: under one field, to be chosen from (arrow keys, Enter, Escape), or as links
// beside several. Asks once typing has settled, and only the latest question counts. The form works without it.
import { readChoices, type SuggestChoice } from './suggest/choices.ts'
import { listUnder } from './suggest/list-under.ts'

const SETTLED_MS = 300
const LEAST_TYPED = 3

for (const place of document.querySelectorAll<HTMLElement>('[data-suggest]')) {
  const field = document.getElementById(place.dataset['suggestField'] ?? '')
  if (field instanceof HTMLInputElement) suggestFor(place, [field], listUnder(place, field))
  else suggestFor(place, fieldsOf(place), (choices) => showLinks(place, choices))
}

function suggestFor(
  place: HTMLElement,
  fields: readonly HTMLInputElement[],
  show: (choices: readonly SuggestChoice[]) => void,
): void {
  let timer = 0
  let asking = new AbortController()
  let asked = ''
  const ask = (): void => {
    const typed = fields
      .map((field) => field.value.trim())
      .join(' ')
      .trim()
    if (typed === asked) return
    asked = typed
    asking.abort()
    asking = new AbortController()
    if (typed.length < LEAST_TYPED) return show([])
    void answer(place.dataset['suggest'] ?? '', typed, asking.signal)
      .then(show)
      // Nothing is said of a list that does not come: the field does without.
      .catch(() => undefined)
  }
  for (const field of fields)
    field.addEventListener('input', () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(ask, SETTLED_MS)
    })
}

async function answer(source: string, typed: string, signal: AbortSignal): Promise<readonly SuggestChoice[]> {
  const url = new URL(source, location.origin)
  url.searchParams.set('q', typed)
  const response = await fetch(url, { headers: { accept: 'application/json' }, signal })
  if (!response.ok) throw new Error(`The suggestions were answered ${response.status}`)
  return readChoices(await response.json())
}

function fieldsOf(place: HTMLElement): HTMLInputElement[] {
  return (place.dataset['suggestFrom'] ?? '').split(' ').flatMap((id) => {
    const field = document.getElementById(id)
    return field instanceof HTMLInputElement ? [field] : []
  })
}

function showLinks(place: HTMLElement, choices: readonly SuggestChoice[]): void {
  const title = document.createElement('p')
  title.textContent = place.dataset['suggestTitle'] ?? ''
  const list = document.createElement('ul')
  for (const { value, label, about } of choices) {
    const link = document.createElement('a')
    link.className = 'govuk-link'
    link.href = value
    link.textContent = label
    const item = document.createElement('li')
    item.append(link, about === '' ? '' : ` ${about}`)
    list.append(item)
  }
  place.replaceChildren(...(choices.length === 0 ? [] : [title, list]))
}
