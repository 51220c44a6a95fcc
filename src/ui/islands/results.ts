// In a list of what was found the arrow keys go from one to the next, Home and End to the first and the last; Enter opens, as on
// any link. From the search's own field the arrow down goes to the first. The list works without it.
const list = document.querySelector<HTMLElement>('[data-results]')
if (list) walk(list)

function walk(list: HTMLElement): void {
  const links = [...list.querySelectorAll<HTMLAnchorElement>('th a')]
  list.addEventListener('keydown', (event) => {
    const at = links.findIndex((link) => link === document.activeElement)
    const next = at < 0 ? undefined : links[placeOf(event.key, at, links.length)]
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    next.focus()
  })
  document.querySelector('main input[name="q"]')?.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'ArrowDown' || links.length === 0) return
    event.preventDefault()
    links[0]?.focus()
  })
}

function placeOf(key: string, at: number, length: number): number {
  if (key === 'ArrowDown') return Math.min(at + 1, length - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? length - 1 : -1
}
