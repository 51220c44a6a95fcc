import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Forbidden, Invalid, RuleRefused } from '#platform/errors/errors.ts'
import { assessVictim } from '../../src/modules/victims/commands/assess-victim.ts'
import { logContact } from '../../src/modules/victims/commands/log-contact.ts'
import { logEvent } from '../../src/modules/victims/commands/log-event.ts'
import { setWishes } from '../../src/modules/victims/commands/set-wishes.ts'
import { answerMessage } from '../../src/modules/victims/own-page/commands/answer-message.ts'
import { makeLink } from '../../src/modules/victims/own-page/commands/make-link.ts'
import { setPage } from '../../src/modules/victims/own-page/commands/set-page.ts'
import { openVictim } from '../../src/modules/victims/queries/open-victim.ts'
import { makeApplication, type Application } from '../access/application.ts'
import { dutiesOf } from '../world/victims.ts'
import { buildWorld, type World } from '../world/world.ts'
import { addFollowed, linkFor, newBrowser, seen, START, switchOn, wordsOf } from './own-page-world.ts'

const database = withTestDatabase()
let world: World
let application: Application

beforeAll(async () => {
  world = await buildWorld(database(), { at: START })
  await world.owner(`UPDATE posting SET starts = '2010-01-01'`)
  application = await makeApplication(world)
})
afterAll(async () => {
  await application.server.close()
  await world.close()
})

async function signedIn(id: string) {
  const { token, code } = await linkFor(world, id)
  const browser = newBrowser(application)
  expect((await browser.enter(token, code)).statusCode).toBe(303)
  return browser
}

describe('A link to their own page (VCP01, VCP04)', () => {
  test('is refused until the force lets victims have one, and says so before anything is asked', async () => {
    const id = await addFollowed(world)
    await expect(linkFor(world, id)).rejects.toThrow(/does not let victims/)
    const { ownPage } = openVictim.output.parse(await world.run('sergeantA', openVictim, { id }))
    expect(ownPage.whyNot).toEqual(['The force does not let victims have a page of their own'])
    await switchOn(world)
    expect((await linkFor(world, id)).token).toMatch(/^[\w-]{43}$/)
  })

  test('is switched on from a day on, today or later, by those who answer for it', async () => {
    const said = { what: 'page', phone: '101', source: 'Policy 14' }
    await expect(world.run('chief', setPage, { ...said, from: '2021-05-09' })).rejects.toThrow(RuleRefused)
    await expect(world.run('sergeantA', setPage, { ...said, from: '2021-06-24' })).rejects.toThrow(Forbidden)
    await expect(world.run('chief', setPage, { ...said, from: '2021-05-10' })).rejects.toThrow(Invalid)
    await expect(world.run('chief', setPage, { ...said, from: '2021-06-24', phone: 'ring us' })).rejects.toThrow(
      Invalid,
    )
  })

  test.each(['domestic-abuse', 'stalking', 'honour-based', 'sexual', 'child-exploitation'])(
    'is refused where the crime is %s',
    async (flag) => {
      const id = await addFollowed(world, [flag])
      await expect(linkFor(world, id)).rejects.toThrow(/only a person contacts them/)
    },
  )

  test('is made by whoever logs contacts, as agreed with the victim, to where they said', async () => {
    const id = await addFollowed(world)
    const made = async (more: object, who: 'sergeantA' | 'analyst' = 'sergeantA') =>
      world.run(who, makeLink, {
        ...(await seen(world, id)),
        way: 'text',
        reach: '07700 900123',
        agreed: 'yes',
        ...more,
      })
    await expect(made({ agreed: '' })).rejects.toThrow(/Agree it with them first/)
    await expect(made({ reach: 'at home' })).rejects.toThrow(/VCP04/)
    await expect(made({ way: 'email' })).rejects.toThrow(/VCP04/)
    await expect(made({ way: 'by-hand' })).rejects.toThrow(/VCP04/)
    await expect(made({}, 'analyst')).rejects.toThrow(Forbidden)
    await made({})
    const { ownPage } = openVictim.output.parse(await world.run('sergeantA', openVictim, { id }))
    expect(ownPage.links).toMatchObject([{ way: 'text', reach: '07700 900123', state: 'waiting', tries: 0 }])
  })

  test('is shown once: neither it nor its code is in the database, in a note of the form, or in the audit', async () => {
    const id = await addFollowed(world)
    const token = await world.token('sergeantA')
    const [session] = await world.owner<{ csrf: string }>(
      `SELECT csrf_token AS csrf FROM session WHERE token_hash = sha256($1::bytea)`,
      [Buffer.from(token)],
    )
    const form = { way: 'by-hand', reach: '', agreed: 'yes', _csrf: session?.csrf ?? '', _key: 'a-key-of-this-form' }
    const shown = await application.server.inject({
      method: 'POST',
      url: `/victims/${id}/own-page`,
      cookies: { fp_session: token },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ...form, _version: String((await seen(world, id)).version) }).toString(),
    })
    expect(shown.statusCode).toBe(200)
    const link = /\/your-case\/([\w-]{43})/.exec(shown.body)?.[1] ?? ''
    const code = (/class="fp-code">(\d{3} \d{3})</.exec(shown.body)?.[1] ?? '').replace(' ', '')
    expect(shown.headers['cache-control']).toBe('no-store')
    const words = wordsOf(shown.body)
    const message = /Hello\. .*? delete it\./.exec(words)?.[0] ?? ''
    expect(message).not.toMatch(/police|crime|officer|victim|case |force|Vale|\d{3} \d{3}/i)
    const everything = await wholeDatabase()
    expect(everything).toContain(id)
    expect(everything).not.toContain(link)
    expect(everything).not.toMatch(new RegExp(`"${code}"|>${code}<`))
    expect((await newBrowser(application).enter(link, code)).statusCode).toBe(303)
  })
})

/** Every row of every table, as text. */
async function wholeDatabase(): Promise<string> {
  const tables = await world.owner<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  )
  const parts: string[] = []
  for (const { name } of tables) {
    const rows = await world.owner<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`)
    parts.push(...rows.map(({ row }) => row))
  }
  return parts.join('\n')
}

describe('Their own page', () => {
  test('says what happened, what comes next and by when, whom to ask, and their rights', async () => {
    const id = await addFollowed(world)
    const browser = await signedIn(id)
    const page = await browser.get('/your-case')
    expect(page.statusCode).toBe(200)
    const words = wordsOf(page.body)
    expect(words).toContain('Monday 10 May We were told what happened.')
    expect(words).toMatch(/We will send you a guide to what comes next\. By \w+ \d+ May\./)
    expect(words).toMatch(/Ask for the officer in your case, at .+\. Ring 101\./)
    expect(words).toContain('You can get help, and it is free.')
    expect(page.body.length).toBeLessThan(30_000)
    expect(page.body).not.toMatch(/<script|style=/)
  })

  test('says honestly what is late', async () => {
    const id = await addFollowed(world)
    await world.owner(`UPDATE duty SET due_at = '2021-05-07T12:00:00Z' WHERE record_id = $1 AND rule LIKE 'VC03-%'`, [
      id,
    ])
    const browser = await signedIn(id)
    expect(wordsOf((await browser.get('/your-case')).body)).toContain(
      'We said by Friday 7 May. We are late, and we are sorry.',
    )
  })

  test('has news only after a person told it, and until then says that there is some (VCP05)', async () => {
    const id = await addFollowed(world)
    await world.run('sergeantA', logEvent, {
      id,
      kind: 'suspect-arrested',
      happenedOn: '2021-05-10',
      happenedTime: '11:00',
    })
    const browser = await signedIn(id)
    const before = wordsOf((await browser.get('/your-case')).body)
    expect(before).not.toContain('arrested')
    expect(before).toContain('There is more news. One of us will tell you first.')
    expect(before).toContain('We have news. One of us will tell you.')
    const duties = (await dutiesOf(world, id)).filter(({ rule }) => rule.startsWith('VC09')).map((duty) => duty.id)
    await world.run('sergeantA', logContact, { ...(await seen(world, id)), way: 'phone', result: 'told', duties })
    expect(wordsOf((await browser.get('/your-case')).body)).toContain('Someone was arrested.')
  })

  test('names no officer, no suspect, no address and no note, in no part of it', async () => {
    const id = await addFollowed(world)
    const browser = await signedIn(id)
    for (const path of ['', '/wishes', '/helped', '/messages']) {
      const { body } = await browser.get(`/your-case${path}`)
      expect(body).not.toMatch(/Ellis|OKAFOR|Okafor|07700|Assault|sergeant|VIC-|4321/)
    }
  })

  test('changes how they are reached, and tells whoever looks after them', async () => {
    const id = await addFollowed(world)
    const browser = await signedIn(id)
    const refused = await browser.send('/your-case/wishes', { times: 'After six' })
    expect([refused.statusCode, wordsOf(refused.body)]).toEqual([
      400,
      expect.stringContaining('Choose how we should reach you'),
    ])
    const saved = await browser.send('/your-case/wishes', { way: 'email', times: 'After six', language: 'Polish' })
    expect(saved.headers.location).toBe('/your-case?done=wishes')
    const page = openVictim.output.parse(await world.run('sergeantA', openVictim, { id }))
    expect(page.detail).toMatchObject({ way: 'email', times: 'After six', language: 'Polish' })
    // What an officer wrote of when may say where they are: it is not shown, and stays where nothing new is said.
    expect((await browser.get('/your-case/wishes')).body).not.toMatch(/After six|Polish/)
    await browser.send('/your-case/wishes', { way: 'phone', times: '', language: 'Welsh' })
    const { detail } = openVictim.output.parse(await world.run('sergeantA', openVictim, { id }))
    expect(detail).toMatchObject({ way: 'phone', times: 'After six', language: 'Welsh' })
    expect(page.parts.timeline.entries.filter(({ author }) => author === 'victim')).toMatchObject([{ kind: 'change' }])
    expect(await toldOf('sergeantA', id)).toContain('victim.own-wishes')
  })

  test('takes whether it helped, and messages both ways, each once however often it is sent', async () => {
    const id = await addFollowed(world)
    const browser = await signedIn(id)
    await browser.send('/your-case/helped', { helped: 'yes', words: 'Clear' })
    const fields = { once: '5f1d4b0c-7a43-4c1e-9d58-3f2b6f8d1a10', words: 'When is the court?' }
    await browser.send('/your-case/messages', fields)
    await browser.send('/your-case/messages', fields)
    await world.run('sergeantA', answerMessage, { ...(await seen(world, id)), words: 'On Tuesday' })
    const words = wordsOf((await browser.get('/your-case/messages')).body)
    expect(words.match(/When is the court\?/g)).toHaveLength(1)
    expect(words).toMatch(/The officer in your case , Monday 10 May, 13:00 On Tuesday/)
    const { ownPage } = openVictim.output.parse(await world.run('sergeantA', openVictim, { id }))
    expect(ownPage.messages.map(({ words: said }) => said).toSorted()).toEqual(['On Tuesday', 'When is the court?'])
    expect(ownPage.words).toMatchObject([{ helped: 'yes', words: 'Clear' }])
    expect(await toldOf('sergeantA', id)).toEqual(expect.arrayContaining(['victim.own-word', 'victim.own-message']))
  })

  test('meets nothing that is owed: whether it was read nobody knows (VCP07)', async () => {
    const id = await addFollowed(world)
    const before = await dutiesOf(world, id)
    const browser = await signedIn(id)
    await browser.get('/your-case')
    await browser.send('/your-case/messages', { words: 'Hello' })
    await world.run('sergeantA', answerMessage, { ...(await seen(world, id)), words: 'Hello' })
    expect(await dutiesOf(world, id)).toEqual(before)
  })

  test('is in the audit, every read and act, in the name of the victim and about them', async () => {
    const id = await addFollowed(world)
    const browser = await signedIn(id)
    await browser.get('/your-case')
    await browser.send('/your-case/wishes', { way: 'phone' })
    await browser.get('/your-case/leave')
    const rows = await world.owner<{ event: string; principal: string; outcome: string }>(
      `SELECT e.event, e.principal, e.outcome FROM audit_event e JOIN audit_subject s ON s.audit_id = e.id AND s.at = e.at
      WHERE s.kind = 'victim' AND s.subject = $1 AND e.principal = 'victim' ORDER BY e.id`,
      [id],
    )
    expect(rows.map(({ event }) => event)).toEqual([
      'victim-page.entered',
      'own-page.opened',
      'own-page.wishes-opened',
      'own-page.wishes-set',
      'victim-page.left',
    ])
  })

  test('is over as soon as something is written down that speaks against it', async () => {
    for (const speak of [
      async (id: string) =>
        world.run('sergeantA', assessVictim, {
          ...(await seen(world, id)),
          needs: 'Afraid of him',
          reasons: [],
          flags: ['domestic-abuse'],
        }),
      async (id: string) =>
        world.run('sergeantA', setWishes, {
          ...(await seen(world, id)),
          way: 'phone',
          notToTell: 'Her brother',
          every: '28',
          updates: 'yes',
        }),
    ]) {
      const id = await addFollowed(world)
      const browser = await signedIn(id)
      await speak(id)
      expect((await browser.get('/your-case')).statusCode).toBe(403)
      await expect(linkFor(world, id)).rejects.toThrow(RuleRefused)
    }
  })
})

async function toldOf(persona: 'sergeantA', victim: string): Promise<string[]> {
  const rows = await world.owner<{ event: string }>(
    'SELECT event FROM notification WHERE account_id = $1 AND subject_id = $2',
    [world.personas[persona].account, victim],
  )
  return rows.map(({ event }) => event)
}
