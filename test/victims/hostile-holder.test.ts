import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createServer } from '#platform/http/server.ts'
import { registerOwnPages } from '#modules/victims/index.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { noSafeContact, safeAgain } from '../../src/modules/victims/commands/no-safe-contact.ts'
import { takeBackLink } from '../../src/modules/victims/own-page/commands/take-back-link.ts'
import { openVictim } from '../../src/modules/victims/queries/open-victim.ts'
import { makeApplication, type Application } from '../access/application.ts'
import { sameDistribution } from '../benchmark/kolmogorov-smirnov.ts'
import { buildWorld, type World } from '../world/world.ts'
import { addFollowed, hiddenIn, linkFor, newBrowser, seen, START, switchOn, wordsOf, wrong } from './own-page-world.ts'

/** What somebody can do who holds another’s link, their phone, or their browser. */

const database = withTestDatabase()
let world: World
let application: Application

beforeAll(async () => {
  world = await buildWorld(database(), { at: START })
  await world.owner(`UPDATE posting SET starts = '2010-01-01'`)
  application = await makeApplication(world)
  await switchOn(world)
})
afterAll(async () => {
  await application.server.close()
  await world.close()
})

const madeUp = () => randomBytes(32).toString('base64url')
/** A page without what is new in each. */
const still = (html: string) => html.replaceAll(/value="[\w-]{43}"/g, 'value="…"')

async function signedIn(id: string) {
  const { token, code } = await linkFor(world, id)
  const browser = newBrowser(application)
  expect((await browser.enter(token, code)).statusCode).toBe(303)
  return { browser, token, code }
}

async function linkOf(id: string) {
  const { ownPage } = openVictim.output.parse(await world.run('sergeantA', openVictim, { id }))
  return ownPage.links[0]
}

describe('Whoever makes up links', () => {
  test('gets from 10,000 of them the very page that a true, a used and a dead one give', async () => {
    const [waiting, dead] = [
      await linkFor(world, await addFollowed(world)),
      await linkFor(world, await addFollowed(world)),
    ]
    const { token: used } = await signedIn(await addFollowed(world))
    for (let i = 0; i < 5; i++) await newBrowser(application).enter(dead.token, wrong(dead.code))
    const reference = await newBrowser(application).get(`/your-case/${waiting.token}`)
    const seenPages = new Set<string>()
    const look = async (token: string) => {
      const { statusCode, body, headers } = await application.server.inject({ url: `/your-case/${token}` })
      const cookies = [headers['set-cookie']].flat().map((cookie) => String(cookie).replace(/=[\w-]{43};/, '=…;'))
      seenPages.add(`${statusCode} ${body.length} ${cookies.join(' ')} ${still(body)}`)
    }
    for (const token of [waiting.token, used, dead.token]) await look(token)
    for (let hundred = 0; hundred < 100; hundred++) await Promise.all(Array.from({ length: 100 }, () => look(madeUp())))
    expect(seenPages.size).toBe(1)
    expect(reference.statusCode).toBe(200)
    expect(wordsOf(reference.body)).not.toMatch(/police|crime|victim|officer|case|force|Vale|Frankpledge/i)
  }, 120_000)

  test('gets one answer to every code, after one time: made up, used, dead or with the code wrong', async () => {
    const dead = await linkFor(world, await addFollowed(world))
    for (let i = 0; i < 5; i++) await newBrowser(application).enter(dead.token, wrong(dead.code))
    const used = await signedIn(await addFollowed(world))
    const times: Record<'madeUp' | 'used' | 'dead' | 'wrong', number[]> = { madeUp: [], used: [], dead: [], wrong: [] }
    const answers = new Set<string>()
    const tryOn = async (kind: keyof typeof times, token: string, code: string) => {
      const browser = newBrowser(application)
      const fields = hiddenIn((await browser.get(`/your-case/${token}`)).body)
      const started = performance.now()
      const { statusCode, body } = await browser.post(`/your-case/${token}`, { ...fields, code })
      times[kind].push(performance.now() - started)
      answers.add(`${statusCode} ${body.length} ${still(body)}`)
    }
    for (let round = 0; round < 8; round++) {
      const waiting = await linkFor(world, await addFollowed(world))
      const four = [
        () => tryOn('madeUp', madeUp(), '123456'),
        () => tryOn('used', used.token, used.code),
        () => tryOn('dead', dead.token, dead.code),
        () => tryOn('wrong', waiting.token, wrong(waiting.code)),
      ]
      // Each is as often the first, the second, the third and the last to be asked.
      for (let i = 0; i < 4; i++) await Promise.all([...four.slice(i), ...four.slice(0, i)].map((one) => one()))
    }
    expect([...answers].map((answer) => answer.slice(0, 3))).toEqual(['403'])
    for (const kind of ['used', 'dead', 'wrong'] as const)
      expect([kind, sameDistribution(times.madeUp, times[kind]) > 0.001]).toEqual([kind, true])
    // No answer comes before the work is hidden by it.
    expect(Math.min(...Object.values(times).flat())).toBeGreaterThan(695)
  }, 180_000)

  test('finds these doors and no other, and at any other address below them nothing that says whose they are', async () => {
    const { routes } = application
    const lost = await newBrowser(application).get('/your-case/came/apart')
    expect([lost.statusCode, wordsOf(lost.body)]).toEqual([403, expect.stringContaining('This page is closed')])
    expect(lost.body).not.toMatch(/Vale|Frankpledge|police/i)
    expect(routes.filter((route) => route.includes('/your-case'))).toEqual([
      'GET /your-case',
      'GET /your-case/:token',
      'GET /your-case/:token/*',
      'GET /your-case/helped',
      'GET /your-case/leave',
      'GET /your-case/messages',
      'GET /your-case/wishes',
      'POST /your-case/:token',
      'POST /your-case/helped',
      'POST /your-case/messages',
      'POST /your-case/wishes',
    ])
  })
})

describe('Whoever tries codes as fast as they can', () => {
  test('has ten a minute from one address, and is told no more than that it does not work', async () => {
    const slow = await createServer({ assetsFolder: null, requestsPerMinute: 1000, secure: true, logLevel: 'silent' })
    const assets = { url: (name: string) => `/assets/${name}` }
    registerOwnPages(slow, { store: world.store, assets, secure: true, exitAddress: 'https://elsewhere.example/' })
    const tries = (many: number) =>
      Promise.all(Array.from({ length: many }, () => slow.inject({ method: 'POST', url: `/your-case/${madeUp()}` })))
    const answers = [...(await tries(10)), ...(await tries(2))]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array(10).fill(403), 429, 429])
    const last = answers.find(({ statusCode }) => statusCode === 429)
    expect(wordsOf(last?.body ?? '')).toContain('This does not work right now')
    await slow.close()
  })
})

describe('Whoever has the link and not the code', () => {
  test('burns nothing by opening it, as a scanner of mail does, however often', async () => {
    const { token, code } = await linkFor(world, await addFollowed(world))
    for (let i = 0; i < 50; i++) await newBrowser(application).get(`/your-case/${token}`)
    expect((await newBrowser(application).enter(token, code)).headers.location).toBe('/your-case')
  })

  test('has five tries, also when they are made at once; then it is dead, and whoever looks after them is told', async () => {
    const id = await addFollowed(world)
    const { token, code } = await linkFor(world, id)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => newBrowser(application).enter(token, wrong(code))),
    )
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([403]))
    expect(await linkOf(id)).toMatchObject({ state: 'ended', endedWhy: 'tries', tries: 5 })
    expect((await newBrowser(application).enter(token, code)).statusCode).toBe(403)
    const told = await world.owner<{ event: string }>(
      `SELECT event FROM notification WHERE subject_id = $1 AND account_id = $2`,
      [id, world.personas.sergeantA.account],
    )
    expect(told).toEqual([{ event: 'victim.link-locked' }])
  })

  test('cannot have another’s browser try codes: the form has a token of the door', async () => {
    const id = await addFollowed(world)
    const { token, code } = await linkFor(world, id)
    const browser = newBrowser(application)
    expect((await browser.post(`/your-case/${token}`, { code })).statusCode).toBe(403)
    await browser.get(`/your-case/${token}`)
    expect((await browser.post(`/your-case/${token}`, { code, _csrf: 'x'.repeat(43) })).statusCode).toBe(403)
    expect(await linkOf(id)).toMatchObject({ state: 'waiting', tries: 0 })
  })
})

describe('A link or a session used again', () => {
  test('lets nobody in: the link is used up, by one of two who have both at once', async () => {
    const { token, code } = await linkFor(world, await addFollowed(world))
    const both = await Promise.all([1, 2].map(() => newBrowser(application).enter(token, code)))
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 403])
    expect((await newBrowser(application).enter(token, code)).statusCode).toBe(403)
  })

  test('is not in the address after the code, and is sent on to no other page', async () => {
    const { token, code } = await linkFor(world, await addFollowed(world))
    const browser = newBrowser(application)
    const entered = await browser.enter(token, code)
    expect(entered.headers.location).toBe('/your-case')
    expect(entered.headers['referrer-policy']).toBe('no-referrer')
    expect((await browser.get('/your-case')).body).not.toContain(token)
  })

  const ENDS = {
    'they left': async (_id: string, browser: ReturnType<typeof newBrowser>) => browser.get('/your-case/leave'),
    'staff took it back': async (id: string) => world.run('sergeantA', takeBackLink, await seen(world, id)),
    'there is no safe contact': async (id: string) =>
      world.run('sergeantA', noSafeContact, { ...(await seen(world, id)), reason: 'He reads her phone' }),
    'a newer link was made': async (id: string) => linkFor(world, id),
    'it was left alone for twenty minutes': async () => world.moveTo('2021-05-10T12:20:00Z'),
  } as const
  test.each(Object.entries(ENDS))('is over when %s', async (_words, end) => {
    await world.moveTo(START)
    const id = await addFollowed(world)
    const { browser } = await signedIn(id)
    const kept = { ...browser.cookies }
    expect((await browser.get('/your-case')).statusCode).toBe(200)
    await end(id, browser)
    Object.assign(browser.cookies, kept)
    for (const path of ['', '/wishes', '/helped', '/messages']) {
      const answer = await browser.get(`/your-case${path}`)
      expect([answer.statusCode, wordsOf(answer.body)]).toEqual([403, expect.stringContaining('This page is closed')])
      Object.assign(browser.cookies, kept)
    }
    await world.moveTo(START)
  })

  test('is over an hour after the code, however busy; a link that waits, after three days', async () => {
    await world.moveTo(START)
    const id = await addFollowed(world)
    const { browser } = await signedIn(id)
    for (const minute of ['15', '30', '45', '59']) {
      await world.moveTo(`2021-05-10T12:${minute}:00Z`)
      expect((await browser.get('/your-case')).statusCode).toBe(200)
    }
    await world.moveTo('2021-05-10T13:00:00Z')
    expect((await browser.get('/your-case')).statusCode).toBe(403)
    const { token, code } = await linkFor(world, id)
    await world.moveTo('2021-05-13T13:00:00Z')
    expect((await newBrowser(application).enter(token, code)).statusCode).toBe(403)
    await world.moveTo(START)
  })

  test('stays over when there is a safe way again', async () => {
    const id = await addFollowed(world)
    const { browser } = await signedIn(id)
    const kept = { ...browser.cookies }
    await world.run('sergeantA', noSafeContact, { ...(await seen(world, id)), reason: 'He reads her phone' })
    await world.run('sergeantA', safeAgain, { ...(await seen(world, id)), words: 'She moved' })
    Object.assign(browser.cookies, kept)
    expect((await browser.get('/your-case')).statusCode).toBe(403)
  })

  test('is closed by the database itself where the commands did not: whatever wrote the flag', async () => {
    const id = await addFollowed(world)
    const waiting = await linkFor(world, await addFollowed(world))
    const { browser } = await signedIn(id)
    for (const flag of ['domestic-abuse', 'stalking', 'honour-based', 'sexual', 'child-exploitation']) {
      await world.owner(`UPDATE victim SET flags = ARRAY[$2] WHERE id = $1`, [id, flag])
      const kept = { ...browser.cookies }
      expect([flag, (await browser.get('/your-case')).statusCode]).toEqual([flag, 403])
      Object.assign(browser.cookies, kept)
    }
    await world.owner(`UPDATE victim SET flags = '{stalking}'`)
    expect((await newBrowser(application).enter(waiting.token, waiting.code)).statusCode).toBe(403)
    await world.owner(`UPDATE victim SET flags = '{}'`)
  })
})

describe('At a shared device', () => {
  test('nothing is kept by the browser, and every page says so', async () => {
    const { browser, token } = await signedIn(await addFollowed(world))
    for (const path of [`/${token}`, '/leave'])
      expect((await browser.get(`/your-case${path}`)).headers['cache-control']).toBe('no-store')
    const { browser: other } = await signedIn(await addFollowed(world))
    for (const path of ['', '/wishes', '/helped', '/messages']) {
      const { headers } = await other.get(`/your-case${path}`)
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
      expect(headers['content-security-policy']).toContain(`default-src 'none'`)
      expect(headers['content-security-policy']).not.toContain('script-src')
    }
  })

  test('the cookie is for these pages alone, and no script and no other site has it', async () => {
    const { token, code } = await linkFor(world, await addFollowed(world))
    const entered = await newBrowser(application).enter(token, code)
    const cookie = entered.cookies.find(({ name }) => name === 'yc')
    expect(cookie).toMatchObject({ path: '/your-case', httpOnly: true, secure: true, sameSite: 'Strict' })
    expect(cookie).not.toHaveProperty('domain')
    expect(cookie).not.toHaveProperty('expires')
  })

  test('whoever opens another’s link sees no case by it, and is out of the one before', async () => {
    const { browser } = await signedIn(await addFollowed(world))
    const kept = { ...browser.cookies }
    const { token, code } = await linkFor(world, await addFollowed(world))
    await browser.get(`/your-case/${token}`)
    expect((await browser.get('/your-case')).statusCode).toBe(403)
    // With the cookie kept by force: the code of the other ends the session of the one.
    Object.assign(browser.cookies, kept)
    const door = await newBrowser(application).get(`/your-case/${token}`)
    browser.cookies['yd'] = door.cookies.find(({ name }) => name === 'yd')?.value ?? ''
    await browser.post(`/your-case/${token}`, { ...hiddenIn(door.body), code })
    Object.assign(browser.cookies, kept)
    expect((await browser.get('/your-case')).statusCode).toBe(403)
  })

  test('leaving goes somewhere harmless, signed in or not', async () => {
    const { browser } = await signedIn(await addFollowed(world))
    for (const who of [browser, newBrowser(application)]) {
      const left = await who.get('/your-case/leave')
      expect([left.statusCode, left.headers.location]).toEqual([303, 'https://elsewhere.example/weather'])
    }
    expect(browser.cookies['yc']).toBeUndefined()
  })
})

describe('Another victim', () => {
  test('is reached by no id in an address or a form', async () => {
    const [mine, theirs] = [await addFollowed(world), await addFollowed(world)]
    const { browser } = await signedIn(mine)
    const own = (await browser.get('/your-case')).body
    expect((await browser.get(`/your-case?victim=${theirs}&id=${theirs}`)).body).toBe(own)
    const named = { victim: theirs, id: theirs, victim_id: theirs, victimId: theirs }
    await browser.send('/your-case/wishes', { ...named, way: 'letter' })
    await browser.send('/your-case/helped', { ...named, helped: 'no' })
    await browser.send('/your-case/messages', { ...named, words: 'Mine' })
    const touched = await world.owner<{ id: string }>(
      `SELECT id FROM victim WHERE contact_way = 'letter' UNION ALL SELECT victim_id FROM victim_own_word WHERE helped = 'no'
      UNION ALL SELECT victim_id FROM victim_message WHERE words = 'Mine'`,
    )
    expect(touched.map(({ id }) => id)).toEqual([mine, mine, mine])
  })

  test('cannot have this one’s browser act: each form has the token of its session', async () => {
    const [one, other] = [await signedIn(await addFollowed(world)), await signedIn(await addFollowed(world))]
    const { _csrf = '' } = hiddenIn((await other.browser.get('/your-case/wishes')).body)
    expect((await one.browser.post('/your-case/wishes', { way: 'letter', _csrf })).statusCode).toBe(403)
    expect((await one.browser.post('/your-case/wishes', { way: 'letter' })).statusCode).toBe(403)
  })

  test('and staff are strangers to each other’s doors', async () => {
    const staff = { fp_session: await world.token('sergeantA') }
    const { browser } = await signedIn(await addFollowed(world))
    for (const path of ['', '/wishes', '/helped', '/messages'])
      expect((await application.server.inject({ url: `/your-case${path}`, cookies: staff })).statusCode).toBe(403)
    const asStaff = { fp_session: browser.cookies['yc'] ?? '' }
    for (const url of ['/victims', '/work', '/api/session/show'])
      expect((await application.server.inject({ url, cookies: asStaff })).statusCode).not.toBe(200)
    const victimOnly = { yc: await world.token('sergeantA') }
    expect((await application.server.inject({ url: '/your-case', cookies: victimOnly })).statusCode).toBe(403)
  })
})
