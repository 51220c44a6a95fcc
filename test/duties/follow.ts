import { setTimeout as sleep } from 'node:timers/promises'

interface Heard {
  readonly id: string
  readonly name: string
  readonly data: Readonly<Record<string, unknown>>
}

/** A browser at a stream of events. */
export interface Followed {
  /** The next event, or null when none came for so many milliseconds or the stream ended. */
  next(this: void, within?: number): Promise<Heard | null>
  close(this: void): void
  readonly ended: Promise<void>
}

export async function follow(url: string, headers: Readonly<Record<string, string>>): Promise<Followed> {
  const leaving = new AbortController()
  const response = await fetch(url, { headers, signal: leaving.signal })
  if (response.status !== 200 || response.body === null) throw new Error(`${url} answered ${response.status}`)
  const heard: Heard[] = []
  const ended = listen(response.body, heard).catch(() => undefined)
  return {
    ended,
    close: () => leaving.abort(),
    async next(within = 10_000) {
      for (let waited = 0; waited < within && heard.length === 0; waited += 10) await sleep(10)
      return heard.shift() ?? null
    },
  }
}

async function listen(body: ReadableStream<Uint8Array>, heard: Heard[]): Promise<void> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line): [string, string] => splitLine(line)))
      const data: unknown = JSON.parse(fields.get('data') ?? 'null')
      if (fields.has('event') && typeof data === 'object' && data !== null)
        heard.push({ id: fields.get('id') ?? '', name: fields.get('event') ?? '', data: { ...data } })
    }
  }
}

function splitLine(line: string): [string, string] {
  const at = line.indexOf(': ')
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 2)]
}
