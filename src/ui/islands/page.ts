// On every page: starts the scripts of GOV.UK and MoJ components, the key / for search, keys of links, and the choice of theme. The page
// works without it.
import { Alert, ButtonMenu, SortableTable } from '@ministryofjustice/frontend'
import {
  Button,
  Checkboxes,
  createAll,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  Radios,
  SkipLink,
  Tabs,
} from 'govuk-frontend'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const component of [
  Button,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  Radios,
  SkipLink,
  Tabs,
  Alert,
  ButtonMenu,
  SortableTable,
]) {
  createAll(component)
}

searchKey()
linkKeys()
preferences()

/** The key / goes to the search. */
function searchKey(): void {
  onShortcut((event) => {
    const search = event.key === '/' ? document.getElementById('search') : null
    if (!search) return
    event.preventDefault()
    search.focus()
  })
}

/** A link says its own key: the next of a list. */
function linkKeys(): void {
  onShortcut((event) => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-key]'))
      if (link.dataset['key'] === event.key) link.click()
  })
}

/** One key alone, unless one is typing or has switched such keys off (WCAG 2.1.4). */
function onShortcut(act: (event: KeyboardEvent) => void): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (document.documentElement.dataset['shortcuts'] === 'off' || isTyping(event.target)) return
    act(event)
  })
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** The theme, and whether / is a shortcut, change at once and are kept in a cookie; without script the server does it. */
function preferences(): void {
  document.querySelector('form[data-preferences]')?.addEventListener('submit', (event) => {
    if (!(event instanceof SubmitEvent) || !(event.submitter instanceof HTMLButtonElement)) return
    const button = event.submitter
    event.preventDefault()
    remember(button.name, button.value)
    if (button.name === 'theme') setTheme(button)
    else setShortcuts(button)
  })
}

function remember(name: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`
}

function setTheme(button: HTMLButtonElement): void {
  const { dataset } = document.documentElement
  if (button.value === 'device') delete dataset['theme']
  else dataset['theme'] = button.value
  for (const other of button.form?.querySelectorAll('button[name="theme"]') ?? []) {
    other.setAttribute('aria-pressed', String(other === button))
  }
}

function setShortcuts(button: HTMLButtonElement): void {
  const on = button.value === 'on'
  if (on) delete document.documentElement.dataset['shortcuts']
  else document.documentElement.dataset['shortcuts'] = 'off'
  button.value = on ? 'off' : 'on'
  const words = button.lastChild
  if (words) words.textContent = on ? ' Turn off the key / for search' : ' Turn on the key / for search'
}
