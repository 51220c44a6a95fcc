import type { LightMyRequestResponse } from 'fastify'
import { assessVictim } from '../../src/modules/victims/commands/assess-victim.ts'
import { makeLink } from '../../src/modules/victims/own-page/commands/make-link.ts'
import { setPage } from '../../src/modules/victims/own-page/commands/set-page.ts'
import type { Application } from '../access/application.ts'
import { bringCrime, victimsBy } from '../world/victims.ts'
import type { World } from '../world/world.ts'

/** The day on which these tests begin; the number of a crime grows by one with each. */
export const START = '2021-05-10T12:00:00Z'
let number = 43210001000

/** Lets victims have pages, with messages both ways. */
export async function switchOn(world: World, what = 'messages', from = START.slice(0, 10)): Promise<void> {
  await world.run('chief', setPage, { from, what, phone: '101', source: 'Policy 14' })
}

/** An assault with one victim, who was assessed: they may have a page. */
export async function addFollowed(world: World, flags: readonly string[] = []): Promise<string> {
  number += 1
  await bringCrime(world, {
    number: String(number),
    offenceCode: '008/06',
    offenceClass: '8N',
    reportedAt: '2021-05-10 09:30',
    unit: 'teamA',
  })
  const [id = ''] = Object.values(await victimsBy(world, String(number)))
  await world.run('sergeantA', assessVictim, { ...(await seen(world, id)), needs: 'None', reasons: [], flags })
  return id
}

export async function seen(world: World, id: string) {
  const [row] = await world.owner<{ version: number }>('SELECT version FROM record WHERE id = $1', [id])
  return { id, version: row?.version ?? 0 }
}

export async function linkFor(world: World, id: string): Promise<{ readonly token: string; readonly code: string }> {
  const input = { ...(await seen(world, id)), way: 'text', reach: '07700 900123', agreed: 'yes' }
  return makeLink.output.parse(await world.run('sergeantA', makeLink, input))
}

type Cookies = Record<string, string>

/** A browser of its own, that keeps the cookies it is given, as far as these pages go. */
export function newBrowser({ server }: Application) {
  const cookies: Cookies = {}
  const keep = (response: LightMyRequestResponse) => {
    for (const { name, value, maxAge, expires } of response.cookies)
      if (value === '' || maxAge === 0 || (expires !== undefined && expires.getTime() === 0)) delete cookies[name]
      else cookies[name] = value
    return response
  }
  const get = async (url: string) => keep(await server.inject({ method: 'GET', url, cookies: { ...cookies } }))
  const post = async (url: string, fields: Readonly<Record<string, string>>) =>
    keep(
      await server.inject({
        method: 'POST',
        url,
        cookies: { ...cookies },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      }),
    )
  /** Opens a page with a form, and sends it with what the page had hidden in it. */
  const send = async (url: string, fields: Readonly<Record<string, string>>) => {
    const page = await get(url)
    return post(url, { ...hiddenIn(page.body), ...fields })
  }
  const enter = (token: string, code: string) => send(`/your-case/${token}`, { code })
  return { cookies, get, post, send, enter }
}

export function hiddenIn(html: string): Record<string, string> {
  const found = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]))
}

/** The words of a page. */
export function wordsOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** A code that is not this one. */
export const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
