import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { withTestDatabase } from '#platform/db/testing.ts'
import { makeApplication, PAGE_EXIT, type Application } from '../access/application.ts'
import { sessionOf, type Session } from './session.ts'
import { buildWorld, type World } from '../world/world.ts'
import { HOSTILE_BODIES, HOSTILE_HEADERS, HOSTILE_QUERIES, HOSTILE_VALUES, LARGE_BODIES } from './hostile.ts'

const database = withTestDatabase()
let world: World
let application: Application
let origin = ''
let session: Session

beforeAll(async () => {
  world = await buildWorld(database(), { at: new Date().toISOString() })
  application = await makeApplication(world)
  origin = await application.server.listen({ host: '127.0.0.1', port: 0 })
  session = await sessionOf(world, 'administrator')
})
afterAll(async () => {
  await application.server.close()
  await world.close()
})

interface Sent {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
}

/** Sends what a well-behaved client would not; 0 where the server broke the connection off, as it may. */
function send({ method, path, headers = {}, body }: Sent): Promise<Answered> {
  return new Promise((resolve) => {
    const sent = request(`${origin}${path}`, { method, headers: { ...headers }, agent: false }, (response) => {
      const parts: Buffer[] = []
      const answered = () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString() })
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', answered)
      // It has no end of its own: that it began is the answer.
      if (response.headers['content-type']?.startsWith('text/event-stream') === true) {
        answered()
        response.destroy()
      }
      response.on('error', () => resolve({ status: 0, headers: {}, text: '' }))
    })
    sent.on('error', () => resolve({ status: 0, headers: {}, text: '' }))
    sent.end(body)
  })
}

/** What is wrong with an answer, or null. Never a fault of ours; never the inside of the program. */
function fault(what: string, { status, headers, text }: Answered): string | null {
  // Without an identity provider, the door says so.
  if (status === 503 && text.includes('Nobody can sign in yet')) return null
  if (status >= 500) return `${what}: ${status}, ${text.slice(0, 200)}`
  if ('x-evil' in headers) return `${what}: a header that was sent came back`
  const location = headers['location']
  // Where a victim leaves their page for is the force's setting: whatever was sent, it is that and nothing else.
  if (location === PAGE_EXIT && what.startsWith('GET /your-case/leave')) return null
  if (typeof location === 'string' && !/^\/(?!\/)/.test(location)) return `${what}: sends people to ${location}`
  return /\bat [\w.<>]+ \(|node_modules|SELECT .* FROM|<script>alert/.test(text)
    ? `${what}: shows ${text.slice(0, 200)}`
    : null
}

/** Sends everything and gives what was wrong. */
async function faultsOf(all: readonly (readonly [what: string, sent: Sent])[]): Promise<string[]> {
  const faults: string[] = []
  const left = [...all]
  const sendOn = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const [what, sent] = next
      const found = fault(what, await send(sent))
      if (found !== null) faults.push(found)
    }
  }
  await Promise.all(Array.from({ length: 6 }, sendOn))
  return faults
}

const filled = (route: string, value: string) => route.replaceAll(/:\w+/g, value).replaceAll('*', value)
const routesOf = (method: string) =>
  application.routes.filter((route) => route.startsWith(`${method} `)).map((route) => route.slice(method.length + 1))

const signedIn = () => ({ cookie: session.cookie, 'x-csrf-token': session.csrf })

/** What each command takes, from the document that tells the world. */
async function commands(): Promise<{ readonly path: string; readonly fields: readonly string[] }[]> {
  const Schema = z.object({ properties: z.record(z.string(), z.unknown()).default({}) })
  const Content = z.object({ 'application/json': z.object({ schema: Schema }) })
  const Post = z.object({ requestBody: z.object({ content: Content }) })
  const Document = z.object({ paths: z.record(z.string(), z.object({ post: Post.optional() })) })
  const { paths } = Document.parse(JSON.parse((await send({ method: 'GET', path: '/api/openapi.json' })).text))
  return Object.entries(paths).flatMap(([path, { post }]) =>
    post === undefined
      ? []
      : [{ path, fields: Object.keys(post.requestBody.content['application/json'].schema.properties) }],
  )
}

describe('Hostile input is refused in words and never breaks anything', () => {
  test('any value in every field of every command', async () => {
    const all = await commands()
    expect(all.length).toBeGreaterThan(15)
    const sent = all.flatMap(({ path, fields }) =>
      HOSTILE_VALUES.map(([name, value]): [string, Sent] => [
        `${path} with ${name}`,
        {
          method: 'POST',
          path,
          headers: { ...signedIn(), 'content-type': 'application/json' },
          body: JSON.stringify(Object.fromEntries(fields.map((field) => [field, value]))),
        },
      ]),
    )
    expect(await faultsOf(sent)).toEqual([])
  }, 240_000)

  test('any broken body, to every address that takes one', async () => {
    const paths = routesOf('POST').map((route) => filled(route, '1'))
    expect(paths.length).toBeGreaterThan(30)
    const sent = paths.flatMap((path) =>
      HOSTILE_BODIES.map(({ name, type, body }): [string, Sent] => [
        `POST ${path}: ${name}`,
        { method: 'POST', path, headers: { ...signedIn(), 'content-type': type }, body },
      ]),
    )
    const large = ['/api/draft/save', '/api/agency/add', '/documents/new'].flatMap((path) =>
      LARGE_BODIES.map(({ name, type, body }): [string, Sent] => [
        `POST ${path}: ${name}`,
        { method: 'POST', path, headers: { ...signedIn(), 'content-type': type }, body },
      ]),
    )
    expect(await faultsOf([...sent, ...large])).toEqual([])
  }, 480_000)

  test('any query string and any part of an address, on every page', async () => {
    const values = ['1', '0', '-1', '9'.repeat(30), '%00', '%ED%A0%80', "'", '..%2f..%2fetc%2fpasswd', '__proto__']
    const sent = routesOf('GET').flatMap((route): [string, Sent][] => [
      ...HOSTILE_QUERIES.map((query): [string, Sent] => {
        const path = `${filled(route, '1')}?${query}`
        return [`GET ${path.slice(0, 100)}`, { method: 'GET', path, headers: signedIn() }]
      }),
      ...(/[:*]/.test(route) ? values : []).map((value): [string, Sent] => {
        const path = filled(route, value)
        return [`GET ${path}`, { method: 'GET', path, headers: signedIn() }]
      }),
    ])
    expect(await faultsOf(sent)).toEqual([])
  }, 480_000)

  test('any header, signed in or not', async () => {
    const paths = ['/', '/sign-in', '/api/draft/find?key=/x', '/health', '/no/such/page']
    const sent = paths.flatMap((path) =>
      HOSTILE_HEADERS.flatMap((headers): [string, Sent][] => [
        [`GET ${path} with ${JSON.stringify(headers).slice(0, 80)}`, { method: 'GET', path, headers }],
        [
          `POST ${path} with ${JSON.stringify(headers).slice(0, 80)}`,
          { method: 'POST', path, headers: { ...signedIn(), ...headers } },
        ],
      ]),
    )
    expect(await faultsOf(sent)).toEqual([])
  })

  test('leaves the product whole: the same person goes on working', async () => {
    const answer = await send({ method: 'GET', path: '/', headers: signedIn() })
    expect(answer.status).toBe(200)
    expect(Object.prototype).not.toHaveProperty('isAdmin')
  })
})
