import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { createServer } from '#platform/http/server.ts'
import type { Browser } from '../../../test/access/browser.ts'
import { startForceProvider, type ForceProvider } from '../../../test/access/force-provider.ts'
import { makeSite, type TestSite } from '../../../test/access/site.ts'
import { registerSignIn } from './index.ts'

const database = withTestDatabase()
let force: ForceProvider
let site: TestSite
let browser: Browser

beforeAll(async () => {
  force = await startForceProvider(() => site.origin)
  site = await makeSite(database(), force.settings)
  await site.world.owner('UPDATE account SET issuer = $1', [force.settings.issuer])
})
afterAll(async () => {
  await site.close()
  await force.close()
})
beforeEach(() => {
  browser = site.browser()
})

/** Signs in as a person of the force: the provider is another site, so its steps are walked one by one. */
async function signIn(person: string, path = '/sign-in/start?back=/whoami') {
  force.person = person
  const provider = site.browserAt(new URL(force.settings.issuer).origin)
  const asked = new URL((await browser.get(path)).path)
  const answered = new URL((await provider.get(asked.pathname + asked.search)).path)
  return browser.get(answered.pathname + answered.search)
}

describe('With the force’s own identity provider', () => {
  test('an officer with an account comes in', async () => {
    expect((await browser.get('/sign-in')).text).not.toContain('Who would you like to be?')
    expect(await signIn('sergeantA')).toMatchObject({ path: '/whoami', text: 'PS Ellis, Sergeant, Abbey' })
  })

  test('whom nobody has added is told what to do, and the audit knows them again without their name', async () => {
    const page = await signIn('stranger@example')
    expect(page.status).toBe(403)
    expect(page.text).toContain('You have no account here')
    const rows = await site.world.owner<{ outcome: string; subject: string; principal: string }>(
      `SELECT e.outcome, s.subject, e.principal FROM audit_event e JOIN audit_subject s ON s.audit_id = e.id
      WHERE e.detail->>'reason' = 'unknown'`,
    )
    expect(rows).toEqual([{ outcome: 'refused', subject: expect.stringMatching(/^[\w-]{22}$/), principal: 'public' }])
  })

  test('who has left, or has no posting today, is told so', async () => {
    expect((await signIn('leaver')).text).toContain('Your account is closed')
    const { posting } = site.world.personas.auditor
    await site.world.owner('UPDATE posting SET ends = starts WHERE id = $1', [posting])
    expect((await signIn('auditor')).text).toContain('You have no posting today')
    const rows = await site.world.owner<{ reason: string }>(
      `SELECT detail->>'reason' AS reason FROM audit_event WHERE outcome = 'refused' AND account_id IS NOT NULL ORDER BY id`,
    )
    expect(rows.map((row) => row.reason)).toEqual(['left', 'no-posting'])
    expect(browser.cookie('fp_session')).toBeUndefined()
  })

  test('the same subject of another issuer is nobody', async () => {
    await site.world.owner(`UPDATE account SET issuer = 'https://other.example' WHERE subject = 'chief'`)
    expect((await signIn('chief')).text).toContain('You have no account here')
  })

  test('no persona can be chosen: the demonstration’s provider is not there', async () => {
    expect((await browser.get('/demo-sign-in/oidc/.well-known/openid-configuration')).status).toBe(404)
    expect((await browser.get('/demo-sign-in/choose/x')).status).toBe(404)
  })

  test('that is away, signing in says so and can be tried again', async () => {
    const away = await startForceProvider(() => site.origin)
    await away.close()
    const server = await bareServer()
    registerSignIn(server, deps({ provider: away.settings }))
    const answer = await server.inject('/sign-in/start')
    expect(answer.statusCode).toBe(503)
    expect(answer.body).toContain('cannot be reached')
    await server.close()
  })
})

function bareServer() {
  return createServer({ assetsFolder: null, requestsPerMinute: 100, secure: true, logLevel: 'silent' })
}

function deps(given: Partial<Parameters<typeof registerSignIn>[1]>): Parameters<typeof registerSignIn>[1] {
  return {
    store: site.world.store,
    site: { assets: { url: (name) => `/assets/${name}` }, force: 'Vale', demonstration: false },
    provider: null,
    publicUrl: () => 'https://force.example',
    secure: true,
    ...given,
  }
}

describe('The server refuses to start', () => {
  test('with personas where the database is no demonstration', () => {
    expect(() => registerSignIn(site.server, deps({ provider: 'demonstration' }))).toThrow('for a demonstration only')
  })

  test('with a provider that is asked without TLS', () => {
    const provider = { issuer: 'http://id.example', clientId: 'a', clientSecret: 'b' }
    expect(() => registerSignIn(site.server, deps({ provider }))).toThrow('must begin with https://')
  })
})

describe('The doors to the provider', () => {
  test('take only so many attempts a minute from one address', async () => {
    const server = await bareServer()
    registerSignIn(server, deps({ attemptsPerMinute: 2 }))
    const statuses: number[] = []
    for (const token of ['a', 'b', 'c'])
      statuses.push(
        (await server.inject({ url: '/sign-in/callback?state=x', headers: { cookie: `fp_session=${token}` } }))
          .statusCode,
      )
    expect(statuses).toEqual([400, 400, 429])
    await server.close()
  })

  test('without a provider say so', async () => {
    const server = await bareServer()
    registerSignIn(server, deps({}))
    expect((await server.inject('/sign-in')).body).toContain('Nobody can sign in yet')
    await server.close()
  })
})
