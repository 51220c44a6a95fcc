import autocannon from 'autocannon'

export interface Load {
  readonly requestsPerSecond: number
  /** Milliseconds of each request, in no order. */
  readonly times: readonly number[]
}

const CONNECTIONS = 16

/** Asks for one address over 16 connections, unless said, for so many seconds. Throws when any answer was not 200. */
export async function load(
  url: string,
  seconds: number,
  headers: Readonly<Record<string, string>> = {},
  connections = CONNECTIONS,
): Promise<Load> {
  const times: number[] = []
  let started = 0
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      { url, connections, duration: seconds, headers: { ...headers } },
      (error: unknown, done: autocannon.Result) => (error instanceof Error ? reject(error) : resolve(done)),
    )
    instance.on('start', () => (started = performance.now()))
    instance.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds))
  })
  const passed = (performance.now() - started) / 1_000
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers other than 200, ${result.errors} errors`)
  return { requestsPerSecond: times.length / passed, times }
}

/** Where the so-many-th request goes. */
export type PathOf = (n: number) => string

/** Asks for a different page each time, so many at once, for so many seconds. Milliseconds to the last byte of each. */
export async function loadEach(
  origin: string,
  path: PathOf,
  seconds: number,
  cookie: string,
  connections: number,
): Promise<readonly number[]> {
  const times: number[] = []
  const until = performance.now() + seconds * 1_000
  let n = 0
  const one = async () => {
    while (performance.now() < until) {
      const at = path(n++)
      const started = performance.now()
      const answer = await fetch(`${origin}${at}`, { headers: { cookie }, redirect: 'manual' })
      await answer.text()
      if (answer.status !== 200) throw new Error(`${at}: ${answer.status}`)
      times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  return times
}
