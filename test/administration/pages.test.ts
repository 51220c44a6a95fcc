import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withSmallForce } from '#kernel/organisation/testing.ts'
import { makeLook } from '#kernel/web/look.tsx'
import { administrationModule, documentsModule } from '#modules/administration/index.ts'
import { createFolderFileStore } from '#platform/files/folder-file-store.ts'
import { createApp } from '../../src/app.ts'

const force = withSmallForce()
let server: FastifyInstance
let folder: string
type Session = Awaited<ReturnType<ReturnType<typeof force>['session']>>
let admin: Session
let sergeant: Session

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frankpledge-pages-'))
  const modules = [
    administrationModule,
    documentsModule(createFolderFileStore({ folder }), {
      maxBytes: 2_000,
      types: [{ extension: 'txt', mediaType: 'text/plain', words: 'text' }],
    }),
  ]
  const assets = { url: (name: string) => `/assets/${name}` }
  server = await createApp({
    store: force().store,
    modules,
    look: makeLook({
      assets,
      force: 'Vale',
      demonstration: false,
      navigation: modules.flatMap((one) => one.navigation),
    }),
    version: 'test',
    assetsFolder: null,
    requestsPerMinute: 10_000,
    secure: false,
    logLevel: 'silent',
    publicRoutes: () => undefined,
  })
  await server.ready()
  const { session, people, posts } = force()
  admin = await session(people.admin, posts.admin)
  sergeant = await session(people.sergeant, posts.sergeant)
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const get = async (path: string, who = admin) => {
  const { statusCode, body } = await server.inject({ url: path, headers: { cookie: who.cookie } })
  return { status: statusCode, body }
}
const post = async (path: string, fields: Record<string, string>, who = admin) => {
  const payload = new URLSearchParams({ _csrf: who.csrf, ...fields }).toString()
  const headers = { cookie: who.cookie, 'content-type': 'application/x-www-form-urlencoded' }
  const { statusCode, body, headers: sent } = await server.inject({ method: 'POST', url: path, payload, headers })
  return { status: statusCode, body, location: sent.location ?? '' }
}
const send = async (fields: Record<string, string>, file: { name: string; content: string } | null, who = admin) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (file !== null) form.append('file', new Blob([file.content]), file.name)
  const request = new Request('http://x', { method: 'POST', body: form })
  const headers = { cookie: who.cookie, 'content-type': request.headers.get('content-type') ?? '' }
  const payload = Buffer.from(await request.arrayBuffer())
  const {
    statusCode,
    body,
    headers: sent,
  } = await server.inject({ method: 'POST', url: '/documents/new', payload, headers })
  return { status: statusCode, body, location: sent.location ?? '' }
}

describe('Every page', () => {
  test('is there for administrators, and reading for everybody', async () => {
    const { people, units } = force()
    const lists = ['/colleagues', '/units', '/areas', `/colleagues/${people.sergeant}`, `/units/${units.east}`]
    for (const path of [...lists, '/documents', '/documents/new']) expect((await get(path, sergeant)).status).toBe(200)
    for (const path of ['', '/agencies', '/agencies/new', '/units/new', '/people/new', '/areas/new', '/compartments'])
      expect((await get(`/administration${path}`)).status, path).toBe(200)
    for (const path of lists.map((list) => list.replace('/colleagues', '/people')))
      expect((await get(`/administration${path}`)).status, path).toBe(200)
    const person = `/administration/people/${people.sergeant}`
    for (const act of ['change', 'leave', 'reinstate', 'post']) expect((await get(`${person}/${act}`)).status).toBe(200)
  })

  test('of an act is refused to others, and they see no link to it', async () => {
    const { people } = force()
    const refused = await get('/administration/units/new', sergeant)
    expect([refused.status, refused.body.includes('Your role does not include this')]).toEqual([403, true])
    expect((await get(`/colleagues/${people.officer}`, sergeant)).body).not.toContain('Mark as left')
    expect((await get(`/colleagues/${people.officer}`)).body).toContain('Mark as left')
    expect((await get('/colleagues/00000000-0000-4000-8000-000000000000')).status).toBe(404)
  })

  test('of a list says the next step when it is empty', async () => {
    expect((await get('/colleagues?q=nobody-of-this-name')).body).toContain('Try fewer words')
    expect((await get('/documents')).body).toContain('Add a document</a> that others should be able to open')
    expect((await get('/areas')).body).toContain('Import boundaries')
    expect((await get('/units?on=1990-01-01')).body).toContain('No units on that day')
  })

  test('of a long list has fifty lines and the way to the rest', async () => {
    const { owner, agencies } = force()
    await owner.query(
      `INSERT INTO account (id, issuer, subject, principal, agency_id, name, number)
      SELECT gen_random_uuid(), 'x', 'many-' || n, 'staff', $1, 'PC Many ' || n, 'M' || n FROM generate_series(1, 120) AS n`,
      [agencies.police],
    )
    const first = (await get('/colleagues?q=many')).body
    expect(first.match(/role="rowheader"/g)).toHaveLength(50)
    expect(first).toContain('q=many&amp;page=3')
    expect((await get('/colleagues?q=many&page=3')).body.match(/role="rowheader"/g)).toHaveLength(20)
    expect((await get('/colleagues?q=many&page=9')).status).toBe(200)
  })
})

describe('A form', () => {
  const fields = {
    name: 'Roads policing',
    code: 'ROADS',
    'validFrom-day': '31',
    'validFrom-month': '2',
    'validFrom-year': '2026',
  }

  test('says what is wrong beside each field and keeps what was typed, then adds it once', async () => {
    const agency = String(force().agencies.police)
    const key = 'the-key-of-this-form'
    const wrong = await post('/administration/units/new', { ...fields, agency, _key: key })
    expect(wrong.status).toBe(400)
    expect(wrong.body).toContain('href="#field-validFrom-day"')
    expect(wrong.body).toMatch(/name="validFrom-day"[^>]*value="31"/)
    expect(wrong.body).toContain('value="Roads policing"')
    expect(wrong.body).toContain(`name="_key" value="${key}"`)
    const right = { ...fields, agency, 'validFrom-day': '1', _key: key }
    const [one, two] = [await post('/administration/units/new', right), await post('/administration/units/new', right)]
    expect(one.location).toMatch(/^\/administration\/units\/\d+\?done=added$/)
    expect(two.location).toBe(one.location)
    expect((await get(one.location)).body).toContain('Unit added')
  })

  test('shows both versions after somebody else saved first, and saves the second knowingly', async () => {
    const { units } = force()
    const path = `/administration/units/${units.reading}/change`
    const typed = { code: 'RDG', 'validFrom-day': '1', 'validFrom-month': '4', 'validFrom-year': '2016', _version: '1' }
    expect((await post(path, { ...typed, name: 'Reading North' })).status).toBe(303)
    const stale = await post(path, { ...typed, name: 'Reading South', _key: 'second-persons-key' })
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('Both versions')
    for (const words of ['You typed', 'Reading South', 'Stands now', 'Reading North', 'name="_version" value="2"'])
      expect(stale.body).toContain(words)
    expect((await post(path, { ...typed, name: 'Reading South', _version: '2' })).status).toBe(303)
  })

  test('is refused without its token', async () => {
    expect((await post('/administration/units/new', { ...fields, _csrf: 'forged' })).status).toBe(403)
  })

  test('keeps a draft, shows it again, and lets go of it once sent', async () => {
    const path = '/administration/people/new'
    const headers = { cookie: admin.cookie, 'x-csrf-token': admin.csrf, 'content-type': 'application/json' }
    const payload = JSON.stringify({ key: path, fields: { name: 'PC Half', number: '7001' } })
    expect((await server.inject({ method: 'POST', url: '/api/draft/save', payload, headers })).statusCode).toBe(200)
    expect((await get(path)).body).toContain('value="PC Half"')
    const person = { name: 'PC Half', number: '7001', agency: String(force().agencies.police), principal: 'staff' }
    expect((await post(path, { ...person, clearance: 'OFFICIAL', subject: 'half' })).status).toBe(303)
    expect((await get(path)).body).not.toContain('value="PC Half"')
  })
})

describe('A document', () => {
  const answers = (more: object = {}) => ({
    _csrf: admin.csrf,
    title: 'Briefing',
    marking: 'OFFICIAL',
    reach: 'force',
    ...more,
  })
  const file = { name: 'C:\\papers\\brief.txt', content: 'Bicycles are stolen at the station.' }

  test('is sent with its file, and opened with its marking in the name', async () => {
    const { location } = await send(answers(), file)
    const id = /^\/documents\/([0-9a-f-]+)\?done=added$/.exec(location)?.[1] ?? ''
    const { headers, body } = await server.inject({
      url: `/documents/${id}/file`,
      headers: { cookie: sergeant.cookie },
    })
    expect(body).toBe(file.content)
    expect(headers['content-disposition']).toContain('filename="OFFICIAL brief.txt"')
    expect(headers['content-type']).toContain('text/plain')
  })

  test('whose form is wrong keeps the file, so that it need not be sent again', async () => {
    const wrong = await send(answers({ title: '' }), file)
    expect(wrong.status).toBe(400)
    expect(wrong.body).toContain('brief.txt was received and kept')
    const receipt = /name="file" value="([^"]+)"/.exec(wrong.body)?.[1] ?? ''
    expect((await send(answers({ file: receipt }), null)).status).toBe(303)
  })

  test('that is too large, of another type, too highly marked or missing is refused in words', async () => {
    expect((await send(answers(), { name: 'a.txt', content: 'x'.repeat(2_001) })).body).toContain('0 MB or smaller')
    expect((await send(answers(), { name: 'a.exe', content: 'x' })).body).toContain('The file must be one of: txt')
    expect((await send(answers({ marking: 'SECRET' }), file)).body).toContain('held elsewhere')
    expect((await send(answers(), null)).body).toContain('Choose a file')
  })

  test('is not taken from a stranger, nor without the form’s token', async () => {
    const stranger = await send(answers(), file, { ...admin, cookie: '' })
    expect([stranger.status, stranger.location.split('?')[0]]).toEqual([303, '/sign-in'])
    expect((await send(answers({ _csrf: 'forged' }), file)).status).toBe(403)
  })

  test('is only read from forms that carry one: no other route takes multipart', async () => {
    const headers = { cookie: admin.cookie, 'content-type': 'multipart/form-data; boundary=x' }
    const answer = await server.inject({ method: 'POST', url: '/administration/units/new', payload: '--x--', headers })
    expect(answer.statusCode).toBe(415)
  })
})
