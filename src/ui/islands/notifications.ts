// Keeps the count of notifications in the head up to date. One tab of a browser listens and tells the others, since a
// browser holds few connections to one site; a tab that cannot arrange that listens by itself. It counts and says nothing else.

const link = document.querySelector<HTMLElement>('[data-notifications]')
const badge = link?.querySelector<HTMLElement>('[role="status"]')
const number = badge?.querySelector<HTMLElement>('[data-unseen]')
const most = 99

if (link && badge && number) {
  const tabs = new BroadcastChannel('frankpledge notifications')
  tabs.addEventListener('message', (event) => showCount(event.data))
  const url = link.dataset['notifications'] ?? ''
  const tell = (count: number): void => {
    showCount(count)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin only
    tabs.postMessage(count)
  }
  // Only where pages come over TLS, or from this very machine, do tabs have locks.
  if ('locks' in navigator) void navigator.locks.request('frankpledge notifications', () => listen(url, tell))
  else void listen(url, tell)
}

/** Until the server says that it is over, or refuses; a broken line is mended by the browser. */
function listen(url: string, tell: (count: number) => void): Promise<void> {
  return new Promise((resolve) => {
    const source = new EventSource(url)
    const over = (): void => {
      source.close()
      resolve()
    }
    source.addEventListener('unseen', (event) => {
      const count = countOf(event)
      if (count !== undefined) tell(count)
    })
    source.addEventListener('ended', over)
    source.addEventListener('elsewhere', over)
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) over()
    })
  })
}

function countOf(event: Event): number | undefined {
  if (!(event instanceof MessageEvent) || typeof event.data !== 'string') return undefined
  const body: unknown = JSON.parse(event.data)
  const count: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'count') : undefined
  return typeof count === 'number' ? count : undefined
}

function showCount(count: unknown): void {
  if (!badge || !number || typeof count !== 'number') return
  badge.hidden = count === 0
  const words = count > most ? `${most}+` : String(count)
  if (number.textContent !== words) number.textContent = words
}
