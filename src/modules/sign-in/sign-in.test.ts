import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import type { Browser } from '../../../test/access/browser.ts'
import { makeSite, type TestSite } from '../../../test/access/site.ts'

const database = withTestDatabase()
let site: TestSite
let browser: Browser

beforeAll(async () => {
  site = await makeSite(database())
})
afterAll(() => site.close())
beforeEach(() => {
  browser = site.browser()
})

/** The newest entries of the audit, oldest first. */
async function lastAudited(count: number): Promise<string[]> {
  const rows = await site.world.owner<{ event: string; outcome: string; reason: string | null }>(
    `SELECT event, outcome, detail->>'reason' AS reason FROM audit_event ORDER BY id DESC LIMIT $1`,
    [count],
  )
  return rows.toReversed().map(({ event, outcome, reason }) => [event, outcome, reason].filter(Boolean).join(' '))
}

describe('Signing in', () => {
  test('goes to the provider and comes back to the page that was asked for', async () => {
    const page = await browser.get('/sign-in?back=/whoami?tab=2')
    expect(page.text).toContain('Who would you like to be?')
    expect(page.text).toContain('PS Ellis')
    expect(page.text).not.toContain('PC Gone')
    const landed = await browser.signIn('sergeantA', '/whoami?tab=2')
    expect(landed).toMatchObject({ status: 200, path: '/whoami?tab=2', text: 'PS Ellis, Sergeant, Abbey' })
    expect(await lastAudited(2)).toEqual(['session.signed-in done', 'test.asked done'])
  })

  test('leads nowhere but here', async () => {
    const landed = await browser.signIn('sergeantA', '//evil.example/whoami')
    expect(landed.path).toBe('/')
  })

  test('always makes a new session, and ends the one before', async () => {
    const planted = await site.world.token('officerB')
    browser.setCookie('fp_session', planted)
    await browser.signIn('sergeantA')
    const first = browser.cookie('fp_session')
    expect(first).not.toBe(planted)
    await browser.signIn('sergeantA')
    expect(browser.cookie('fp_session')).not.toBe(first)
    browser.setCookie('fp_session', first ?? '')
    expect((await browser.get('/whoami')).path).toBe('/sign-in?back=%2Fwhoami')
  })

  test('keeps only the hash of the cookie', async () => {
    await browser.signIn('sergeantA')
    const rows = await site.world.owner<{ all: string }>(`SELECT string_agg(s::text, ' ') AS all FROM session s`)
    expect(rows[0]?.all).not.toContain(browser.cookie('fp_session'))
  })

  test('works once only: the same answer again opens nothing', async () => {
    const steps = await browser.signInSteps('sergeantA')
    const callback = steps.find((path) => path.startsWith('/sign-in/callback')) ?? ''
    browser.clearCookie('fp_session')
    const again = await browser.get(callback)
    expect(again).toMatchObject({ status: 400 })
    expect(browser.cookie('fp_session')).toBeUndefined()
    expect(await lastAudited(1)).toEqual(['session.signed-in failed no-attempt'])
  })

  test('works only in the browser in which it was begun', async () => {
    const callback = await browser.stopAtCallback('sergeantA')
    const other = site.browser()
    expect((await other.get(callback)).status).toBe(400)
    await other.get('/sign-in/start')
    expect((await other.get(callback)).status).toBe(400)
    expect((await browser.get(callback)).status).toBe(200)
  })

  test('is over after ten minutes', async () => {
    const callback = await browser.stopAtCallback('sergeantA')
    await site.world.owner(`UPDATE sign_in_attempt SET started_at = started_at - interval '10 minutes'`)
    expect((await browser.get(callback)).status).toBe(400)
  })

  test.each(['nonce', 'code_verifier'])('with another %s is refused, and tried once only', async (column) => {
    const callback = await browser.stopAtCallback('sergeantA')
    await site.world.owner(`UPDATE sign_in_attempt SET ${column} = $1`, ['x'.repeat(43)])
    expect((await browser.get(callback)).status).toBe(403)
    expect(browser.cookie('fp_session')).toBeUndefined()
    expect(await lastAudited(1)).toEqual(['session.signed-in failed answer-not-good'])
    expect((await browser.get(callback)).status).toBe(400)
  })

  test('cancelled at the provider says so', async () => {
    const callback = new URL(await browser.stopAtCallback('sergeantA'), site.origin)
    callback.searchParams.delete('code')
    callback.searchParams.set('error', 'access_denied')
    const page = await browser.get(callback.pathname + callback.search)
    expect(page).toMatchObject({ status: 403 })
    expect(await lastAudited(1)).toEqual(['session.signed-in failed provider-refused'])
  })
})

describe('A locked screen', () => {
  test('opens again only for its own person, on the page where they were', async () => {
    await browser.signIn('sergeantA', '/whoami')
    const locked = await browser.post('/lock', {}, '/whoami?tab=3')
    expect(locked.path).toBe('/locked?back=%2Fwhoami%3Ftab%3D3')
    expect(locked.text).toContain('PS Ellis is signed in; locked since')
    expect((await browser.get('/whoami')).path).toBe('/locked?back=%2Fwhoami')
    const refused = await browser.prove('unlock', 'officerB', '/whoami')
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('This is the screen of PS Ellis')
    // In the name of whoever tried, about the person whose screen it is.
    const tried = await site.world.owner(
      `SELECT e.account_id, s.subject FROM audit_event e JOIN audit_subject s ON s.at = e.at AND s.audit_id = e.id
      WHERE e.event = 'session.unlocked' AND e.outcome = 'refused'`,
    )
    const { officerB, sergeantA } = site.world.personas
    expect(tried).toEqual([{ account_id: officerB.account, subject: sergeantA.account }])
    expect((await browser.get('/whoami')).path).toBe('/locked?back=%2Fwhoami')
    expect(await browser.prove('unlock', 'sergeantA', '/whoami?tab=3')).toMatchObject({
      path: '/whoami?tab=3',
      status: 200,
    })
    expect((await lastAudited(3)).filter((entry) => entry.startsWith('session'))).toEqual(['session.unlocked done'])
  })

  test('locks by itself after a quarter of an hour, written down when somebody comes back to it', async () => {
    await browser.signIn('sergeantA')
    await site.world.owner(`UPDATE session SET seen_at = seen_at - interval '16 minutes'`)
    const locked = await browser.get('/whoami')
    expect(locked.path).toBe('/locked?back=%2Fwhoami')
    expect(await lastAudited(1)).toEqual(['session.locked done'])
    await browser.get('/locked')
    const rows = await site.world.owner(
      `SELECT FROM audit_event WHERE event = 'session.locked' AND detail->>'by' = 'idle'`,
    )
    expect(rows).toHaveLength(1)
  })

  test('cannot be unlocked for another session than the one that asked', async () => {
    await browser.signIn('sergeantA')
    await browser.post('/lock')
    const callback = await browser.stopAtCallback('sergeantA', '/', 'unlock')
    browser.setCookie('fp_session', await site.world.token('officerB'))
    expect((await browser.get(callback)).path).toBe('/sign-in')
    expect(await lastAudited(2)).not.toContain('session.unlocked done')
  })
})

describe('At a shared terminal', () => {
  test('each person comes back to their own page', async () => {
    await browser.signIn('sergeantA')
    const taken = await browser.post('/switch', { back: '/whoami?tab=ellis' })
    expect(taken.path).toBe('/sign-in?for=switch')
    expect(taken.text).toContain('PS Ellis')
    expect(await browser.signIn('officerB', '/whoami?tab=okoro', 'switch')).toMatchObject({
      text: 'PC Okoro, Constable, Beech',
    })
    await browser.post('/switch', { back: '/whoami?tab=okoro' })
    const ellis = await browser.signIn('sergeantA', '/', 'switch')
    expect(ellis).toMatchObject({ path: '/whoami?tab=ellis', text: 'PS Ellis, Sergeant, Abbey' })
    await browser.post('/switch', { back: '/' })
    const okoro = await browser.signIn('officerB', '/', 'switch')
    expect(okoro).toMatchObject({ path: '/whoami?tab=okoro', text: 'PC Okoro, Constable, Beech' })
    const live = await site.world.owner(
      'SELECT FROM session WHERE ended_at IS NULL AND browser_hash = (SELECT browser_hash FROM session ORDER BY created_at DESC LIMIT 1)',
    )
    expect(live).toHaveLength(2)
  })

  test('a person’s page is not given to another browser', async () => {
    await browser.signIn('sergeantA')
    await browser.post('/switch', { back: '/whoami?tab=ellis' })
    expect(await site.browser().signIn('sergeantA')).toMatchObject({ path: '/' })
  })
})

describe('Confirming who one is', () => {
  test('brings the person back with a proof of this moment', async () => {
    await browser.signIn('sergeantA')
    await site.world.owner(`UPDATE session SET proved_at = proved_at - interval '1 hour'`)
    expect((await browser.get('/confirm?back=/whoami')).text).toContain('Confirm as PS Ellis')
    expect(await browser.prove('confirm', 'sergeantA', '/whoami')).toMatchObject({ path: '/whoami', status: 200 })
    const rows = await site.world.owner<{ recent: boolean }>(
      `SELECT proved_at = seen_at AS recent FROM session ORDER BY created_at DESC LIMIT 1`,
    )
    expect(rows).toEqual([{ recent: true }])
  })
})

describe('Somebody with two postings', () => {
  test('chooses once and is asked again only when they wish', async () => {
    const { account } = site.world.personas.custodian
    const second = await site.world.addPosting({ account, title: 'Stand-in inspector' })
    const asked = await browser.signIn('custodian', '/whoami')
    expect(asked.path).toBe('/postings?back=%2Fwhoami')
    expect((await browser.post('/postings', { posting: '999999', back: '/whoami' })).status).toBe(400)
    const chosen = await browser.post('/postings', { posting: String(second), back: '/whoami' })
    expect(chosen).toMatchObject({ path: '/whoami', text: 'Mr Bell, Stand-in inspector' })
    expect(await browser.signIn('custodian', '/whoami')).toMatchObject({ text: 'Mr Bell, Stand-in inspector' })
  })
})

describe('Signing out', () => {
  test('ends the session for good', async () => {
    await browser.signIn('sergeantA')
    const token = browser.cookie('fp_session') ?? ''
    expect(await browser.post('/sign-out')).toMatchObject({ path: '/signed-out', status: 200 })
    expect(browser.cookie('fp_session')).toBeUndefined()
    browser.setCookie('fp_session', token)
    expect((await browser.get('/whoami')).path).toBe('/sign-in?back=%2Fwhoami')
    expect(await lastAudited(2)).toContain('session.signed-out done')
  })

  test.each(['/sign-out', '/lock', '/switch', '/postings'])(
    'POST %s without the page’s own token is refused',
    async (path) => {
      await browser.signIn('sergeantA')
      expect((await browser.postRaw(path, { _csrf: 'guess' })).status).toBe(403)
      expect((await browser.get('/whoami')).status).toBe(200)
    },
  )
})

describe('The demonstration’s own provider', () => {
  test('is there for those at this machine only', async () => {
    const path = '/demo-sign-in/oidc/.well-known/openid-configuration'
    expect((await site.server.inject({ url: path, remoteAddress: '10.0.0.9' })).statusCode).toBe(404)
    expect((await browser.get(path)).status).toBe(200)
  })

  test('knows personas only', async () => {
    await site.world.owner(`UPDATE account SET issuer = 'https://id.example' WHERE subject = 'analyst'`)
    const landed = await browser.signIn('analyst')
    expect(landed.text).toContain('Who would you like to be?')
    expect(landed.text).not.toContain('Ms Lind')
    await site.world.owner(`UPDATE account SET issuer = 'urn:frankpledge:demonstration' WHERE subject = 'analyst'`)
  })
})
