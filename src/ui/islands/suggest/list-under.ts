import type { SuggestChoice } from './choices.ts'

/** A list box under a field (the combobox of the ARIA practices): gives what shows choices in it. */
export function listUnder(place: HTMLElement, field: HTMLInputElement): (choices: readonly SuggestChoice[]) => void {
  const list = document.createElement('ul')
  list.id = `${field.id}-list`
  list.className = 'fp-suggest__list'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', field.labels?.[0]?.textContent ?? '')
  list.hidden = true
  field.after(list)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  }))
    field.setAttribute(name, value)
  let shown: readonly SuggestChoice[] = []
  let active = -1

  const mark = (at: number): void => {
    active = at
    for (const [i, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(i === at))
    const option = list.children[at]
    if (option) field.setAttribute('aria-activedescendant', option.id)
    else field.removeAttribute('aria-activedescendant')
    option?.scrollIntoView({ block: 'nearest' })
  }
  const open = (is: boolean): void => {
    list.hidden = !is
    field.setAttribute('aria-expanded', String(is))
    if (!is) mark(-1)
  }
  const choose = ({ value, label, about }: SuggestChoice): void => {
    field.value = value
    say(place, `Chosen: ${label}${about === '' ? '' : `, ${about}`}`)
    open(false)
  }

  field.addEventListener('input', () => say(place, ''))
  field.addEventListener('blur', () => open(false))
  field.addEventListener('keydown', (event) => {
    if (list.hidden) return
    const chosen = shown[active]
    if (event.key === 'ArrowDown') mark((active + 1) % shown.length)
    else if (event.key === 'ArrowUp') mark(active <= 0 ? shown.length - 1 : active - 1)
    else if (event.key === 'Escape') open(false)
    else if (event.key === 'Enter' && chosen) choose(chosen)
    else return
    event.preventDefault()
  })

  return (choices) => {
    shown = choices
    list.replaceChildren(...choices.map((choice, at) => optionOf(choice, `${list.id}-${at}`, () => choose(choice))))
    open(choices.length > 0 && document.activeElement === field)
    if (choices.length > 0) say(place, `${choices.length} to choose from, with the arrow keys`)
  }
}

function optionOf(choice: SuggestChoice, id: string, choose: () => void): HTMLElement {
  const option = document.createElement('li')
  option.id = id
  option.className = 'fp-suggest__option'
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  const name = document.createElement('strong')
  name.textContent = choice.label
  const rest = document.createElement('span')
  rest.textContent = [choice.about, choice.why].filter((words) => words !== '').join(' · ')
  option.append(name, rest)
  // Before the field loses the focus, which closes the list.
  option.addEventListener('mousedown', (event) => {
    event.preventDefault()
    choose()
  })
  return option
}

function say(place: HTMLElement, words: string): void {
  const status = place.querySelector('[data-suggest-status]')
  if (status && status.textContent !== words) status.textContent = words
}
