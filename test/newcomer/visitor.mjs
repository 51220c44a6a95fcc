// A browser without a screen: keeps cookies, follows redirects, reads the page's own token.
import { holds } from './checks.mjs'

export function newVisitor(origin) {
  const cookies = new Map()
  let csrf = ''

  const send = async (path, init = {}) => {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(new URL(path, origin), { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) keep(line)
    return response
  }
  const keep = (line) => {
    const [name, value] = line.split(';')[0].split('=')
    if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name)
    else cookies.set(name, value)
  }
  const get = async (path) => {
    let response = await send(path)
    for (let hops = 0; response.status >= 300 && response.status < 400; hops++) {
      holds(hops < 20, `${path} sends one round in circles`)
      response = await send(response.headers.get('location'))
    }
    const text = await response.text()
    csrf = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? csrf
    return { status: response.status, text }
  }

  return {
    get,
    /** Signs in as the first person whom the page offers; gives their name. */
    async signIn() {
      const door = await get('/sign-in')
      const link = /href="([^"]*persona=[^"]*)"/.exec(door.text)?.[1]?.replaceAll('&amp;', '&')
      holds(door.status === 200 && link !== undefined, `/sign-in offers nobody to be (${door.status})`)
      const home = await get(link)
      holds(home.status === 200, `after the sign-in came ${home.status}`)
      holds(cookies.has('fp_session'), 'after the sign-in there is no session')
      return new URL(link, origin).searchParams.get('persona')
    },
    async saveDraft(key, text) {
      const response = await send('/api/draft/save', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
        body: JSON.stringify({ key, fields: { text } }),
      })
      holds(response.status === 200, `saving a draft answered ${response.status}: ${await response.text()}`)
    },
    async findDraft(key) {
      const response = await send(`/api/draft/find?${new URLSearchParams({ key })}`)
      holds(response.status === 200, `finding a draft answered ${response.status}`)
      return (await response.json())?.fields?.text
    },
  }
}
