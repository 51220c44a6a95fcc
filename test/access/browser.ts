/** Where a browser ended up, after following every redirect on the site. */
export interface Landed {
  readonly status: number
  readonly path: string
  readonly text: string
}

/** A browser without a screen: keeps cookies, follows redirects, sends forms with the page's token. */
export interface Browser {
  get(path: string): Promise<Landed>
  /** Sends a form as a page of the site does, its CSRF token taken from the session. */
  post(path: string, fields?: Readonly<Record<string, string>>, from?: string): Promise<Landed>
  postRaw(path: string, fields: Readonly<Record<string, string>>): Promise<Landed>
  signIn(persona: string, back?: string, purpose?: string): Promise<Landed>
  /** Proves again who somebody is: at the provider's own page, where the screen asks for it. */
  prove(purpose: 'unlock' | 'confirm', persona: string, back: string): Promise<Landed>
  /** Every address on the way of a sign-in. */
  signInSteps(persona: string): Promise<readonly string[]>
  /** Goes as far as the provider's answer, and gives its address without going there. */
  stopAtCallback(persona: string, back?: string, purpose?: string): Promise<string>
  cookie(name: string): string | undefined
  setCookie(name: string, value: string): void
  clearCookie(name: string): void
}

type CsrfOf = (sessionCookie: string | undefined) => Promise<string>

export function newBrowser(origin: string, csrfOf: CsrfOf): Browser {
  const cookies = new Map<string, { value: string; path: string }>()
  let steps: string[] = []

  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const sent = [...cookies].filter(([, cookie]) => path.startsWith(cookie.path))
    const headers = new Headers(init.headers)
    headers.set('cookie', sent.map(([name, cookie]) => `${name.split(' ')[0]}=${cookie.value}`).join('; '))
    const response = await fetch(new URL(path, origin), { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) keep(line)
    return response
  }
  const keep = (line: string): void => {
    const [pair = '', ...attributes] = line.split('; ')
    const name = pair.slice(0, pair.indexOf('='))
    const value = pair.slice(pair.indexOf('=') + 1)
    const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/'
    const key = path === '/' ? name : `${name} ${path}`
    const over = attributes.some((one) => /^(max-age=0|expires=Thu, 01 Jan 1970)/i.test(one))
    if (over || value === '') cookies.delete(key)
    else cookies.set(key, { value, path })
  }
  const follow = async (first: Response, at: string, stop?: (path: string) => boolean): Promise<Landed> => {
    let response = first
    let path = at
    steps = [at]
    while (response.status >= 300 && response.status < 400) {
      const next = new URL(response.headers.get('location') ?? '', new URL(path, origin))
      if (next.origin !== origin) return { status: response.status, path: next.href, text: '' }
      path = next.pathname + next.search
      steps.push(path)
      if (stop?.(path) === true) return { status: response.status, path, text: '' }
      response = await send(path)
    }
    return { status: response.status, path, text: await response.text() }
  }
  const form = (fields: Readonly<Record<string, string>>, from?: string): RequestInit => ({
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: from === undefined ? {} : { referer: new URL(from, origin).href },
  })
  const start = (persona: string, back: string, purpose: string): string =>
    `/sign-in/start?${new URLSearchParams({ persona, back, for: purpose }).toString()}`
  const browser: Browser = {
    get: async (path) => follow(await send(path), path),
    post: async (path, fields = {}, from) =>
      follow(await send(path, form({ _csrf: await csrfOf(browser.cookie('fp_session')), ...fields }, from)), path),
    postRaw: async (path, fields) => follow(await send(path, form(fields)), path),
    signIn: (persona, back = '/', purpose = 'sign-in') => browser.get(start(persona, back, purpose)),
    async prove(purpose, persona, back) {
      const asked = await browser.get(`/sign-in/start?${new URLSearchParams({ back, for: purpose }).toString()}`)
      return browser.postRaw(asked.path, { persona })
    },
    async signInSteps(persona) {
      await browser.signIn(persona)
      return steps
    },
    async stopAtCallback(persona, back = '/', purpose = 'sign-in') {
      const path = start(persona, back, purpose)
      return (await follow(await send(path), path, (next) => next.startsWith('/sign-in/callback'))).path
    },
    cookie: (name) => cookies.get(name)?.value,
    setCookie: (name, value) => void cookies.set(name, { value, path: '/' }),
    clearCookie: (name) => void cookies.delete(name),
  }
  return browser
}
