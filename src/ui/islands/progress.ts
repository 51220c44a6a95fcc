// Keeps a progress bar fresh by asking the job how far it is; once over, the page is fetched anew and tells the end.

interface Progress {
  readonly done: number
  readonly total: number | undefined
  readonly finished: boolean
  /** Where to go once finished; this page if left out. */
  readonly href: string | undefined
}

const shortest = 1_000
const longest = 10_000

for (const bar of document.querySelectorAll<HTMLElement>('[data-progress-url]')) follow(bar, shortest)

function follow(bar: HTMLElement, wait: number): void {
  setTimeout(() => {
    void ask(bar.dataset['progressUrl'] ?? '')
      .then((progress) => {
        show(bar, progress)
        if (!progress.finished) follow(bar, shortest)
        else if (progress.href) location.assign(progress.href)
        else location.reload()
      })
      .catch(() => {
        if (wait >= longest) say(bar, 'Nothing heard for a while. The work goes on; this page asks again')
        follow(bar, Math.min(wait * 2, longest))
      })
  }, wait)
}

async function ask(url: string): Promise<Progress> {
  const response = await fetch(url, { headers: { accept: 'application/json', 'x-passive': '1' } })
  if (!response.ok) throw new Error(`The job was answered ${response.status}`)
  return parse(await response.json())
}

function parse(body: unknown): Progress {
  const get = (key: string): unknown => (typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined)
  const [done, total, href] = [get('done'), get('total'), get('href')]
  if (typeof done !== 'number') throw new Error('The job did not say how far it is')
  return {
    done,
    total: typeof total === 'number' ? total : undefined,
    finished: get('finished') === true,
    // Only ever a page of this system.
    href: typeof href === 'string' && /^\/(?!\/)/.test(href) ? href : undefined,
  }
}

function show(bar: HTMLElement, { done, total }: Progress): void {
  const progress = bar.querySelector('progress')
  if (progress && total !== undefined) {
    progress.max = total
    progress.value = done
  }
  const unit = bar.querySelector<HTMLElement>('[data-progress-unit]')?.dataset['progressUnit'] ?? ''
  const count = new Intl.NumberFormat('en-GB')
  say(
    bar,
    total === undefined ? `${count.format(done)} ${unit}` : `${count.format(done)} of ${count.format(total)} ${unit}`,
  )
}

function say(bar: HTMLElement, words: string): void {
  const status = bar.querySelector('[data-progress-unit]')
  if (status && status.textContent !== words) status.textContent = words
}
