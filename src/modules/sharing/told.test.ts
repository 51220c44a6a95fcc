import { describe, expect, test } from 'vitest'
import { countNotifications } from '#kernel/notifications/count.ts'
import { listNotifications } from '#kernel/notifications/list.ts'
import { seeNotifications } from '#kernel/notifications/see.ts'
import { transaction } from '#platform/db/transaction.ts'
import { handOnRecord } from '#kernel/records/hand-on.ts'
import type { PersonaName } from '../../../test/world/personas.ts'
import { withProblems } from '../../../test/world/problems.ts'
import { sharingOf } from '../../../test/world/sharing.ts'
import { endAgreement } from './commands/agreements.ts'
import { askAgency, askForce, reply } from './commands/requests.ts'
import { endShare, shareRecord } from './commands/share.ts'
import { openSharedRecord } from './queries/sharing.ts'

const force = withProblems()
const { agreement, wanted, shared, sharedInEmergency, landlord } = sharingOf(force)
const ASKED = { question: 'Who lets it?', purpose: 'reduce-crime' }

/** What somebody was told of that leads to this address: the events, newest first. */
async function told(persona: PersonaName, leadsTo: string): Promise<readonly string[]> {
  const { notifications } = await force().run(persona, listNotifications, {})
  return notifications.filter(({ href }) => href.includes(leadsTo)).map(({ event }) => event)
}

/** The plan in the hands of the commander. */
async function ofCommander(plan: string): Promise<void> {
  const { run, seen, world } = force()
  await run('sergeantA', handOnRecord, {
    kind: 'problem-plan',
    ...(await seen(plan)),
    owner: 'N-commanderA',
    unit: world.units.teamA,
    area: world.areas.A1,
    marking: 'OFFICIAL',
    reason: 'A change of post',
  })
}

describe('An agency’s people are told', () => {
  test('that something is shared with them, under an agreement or in an emergency, as it was called then', async () => {
    const { run, plan, world } = force()
    const { share } = await shared()
    expect(await told('partner', share)).toEqual(['share.opened'])
    const { notifications } = await run('partner', listNotifications, {})
    expect(notifications[0]?.about).toMatch(/^PRB-\S+ Burglaries of student houses in Abbey$/)
    const second = await sharedInEmergency(await plan())
    expect(await told('partner', second)).toEqual(['share.opened'])
    const [row] = await world.owner<{ href: string }>(`SELECT href FROM notification WHERE subject_id = $1`, [second])
    expect(row?.href).toBe(`/partner/shares/${second}`)
  })

  test('that they are asked, and that what they asked has its reply', async () => {
    const { run, world } = force()
    const { plan, share } = await shared()
    const asked = await run('sergeantA', askAgency, { id: plan, agency: world.agencies.council, ...ASKED })
    expect(await told('partner', asked.id)).toEqual(['information.asked'])
    const mine = await run('partner', askForce, { id: share, ...ASKED })
    expect(await told('partner', mine.id)).toEqual([])
    await run('sergeantA', reply, { id: mine.id, version: 1, verdict: 'refused', words: 'It would name somebody' })
    expect(await told('partner', mine.id)).toEqual(['information.replied'])
  })

  test('nothing of a share that was refused, nor of one with another agency', async () => {
    const { run, plan, world } = force()
    const before = await run('partner', countNotifications, {})
    const told_ = () => world.owner<{ id: string }>('SELECT id FROM notification')
    const { length } = await told_()
    await run('sergeantA', shareRecord, wanted(await plan(), { agreement: null }))
    expect(await told_()).toHaveLength(length)
    const agency = await landlord()
    const id = await plan()
    await run('sergeantA', shareRecord, wanted(id, { agency, agreement: await agreement({ agencies: [agency] }) }))
    await run('sergeantA', askAgency, { id, agency, ...ASKED })
    expect(await run('partner', countNotifications, {})).toEqual(before)
  })
})

describe('A partner’s notification', () => {
  test('goes with the share: once that has ended it is neither listed, counted nor readable in its table', async () => {
    const { run, world } = force()
    const { plan, share } = await shared()
    const { id } = await run('sergeantA', askAgency, { id: plan, agency: world.agencies.council, ...ASKED })
    const before = await run('partner', countNotifications, {})
    await run('sergeantA', endShare, { id: share, version: 1, reason: 'It is solved' })
    expect([await told('partner', share), await told('partner', id)]).toEqual([[], []])
    expect((await run('partner', countNotifications, {})).count).toBe(before.count - 2)
    const rows = await asPartner('SELECT id FROM notification WHERE subject_id = ANY ($1)', [[share, id]])
    expect(rows).toBe(0)
  })

  test('of anything else is not theirs to read, whoever put it there', async () => {
    const { world } = force()
    const { plan } = await shared()
    for (const kind of ['problem-plan', 'duty', 'compartment'])
      await world.owner(
        `INSERT INTO notification (id, account_id, at, event, subject_kind, subject_id, href)
        VALUES (gen_random_uuid(), $1, now(), 'record.handed-on', $2, $3, '/')`,
        [world.personas.partner.account, kind, plan],
      )
    expect(await asPartner('SELECT id FROM notification WHERE subject_id = $1', [plan])).toBe(0)
    await expect(force().run('partner', listNotifications, {})).resolves.toBeDefined()
  })

  test('is seen by them, and nobody else’s is', async () => {
    const { run, world } = force()
    await shared()
    const { until } = await run('partner', listNotifications, {})
    await run('partner', seeNotifications, { until: until ?? '' })
    expect((await run('partner', countNotifications, {})).count).toBe(0)
    const others = await world.owner('SELECT FROM notification WHERE seen_at IS NOT NULL AND account_id <> $1', [
      world.personas.partner.account,
    ])
    expect(others).toHaveLength(0)
    await expect(asPartner(`INSERT INTO notification (id) VALUES (gen_random_uuid())`, [])).rejects.toThrow(/denied/)
  })
})

describe('The force’s people are told', () => {
  test('that a partner asks: whoever has the record; and of the reply whoever asked and whoever has it', async () => {
    const { run, world } = force()
    const { plan, share } = await shared()
    const theirs = await run('partner', askForce, { id: share, ...ASKED })
    expect(await told('sergeantA', theirs.id)).toEqual(['information.asked'])
    expect(await told('commanderA', theirs.id)).toEqual([])
    const ours = await run('commanderA', askAgency, { id: plan, agency: world.agencies.council, ...ASKED })
    await run('partner', reply, { id: ours.id, version: 1, verdict: 'answered', words: 'A Mr Case' })
    expect(await told('commanderA', ours.id)).toEqual(['information.replied'])
    expect(await told('sergeantA', ours.id)).toEqual(['information.replied'])
  })

  test('that a share of their record ended early, by somebody else or with its agreement; not that they ended it', async () => {
    const { run } = force()
    const first = await shared()
    await run('sergeantA', endShare, { id: first.share, version: 1, reason: 'It is solved' })
    expect(await told('sergeantA', first.plan)).toEqual([])
    const second = await shared()
    await run('commanderA', endShare, { id: second.share, version: 1, reason: 'More than was needed' })
    expect(await told('sergeantA', second.plan)).toEqual(['share.ended-early'])
    const third = await shared()
    const [row] = (await run('sergeantA', openSharedRecord, { id: third.plan })).shares
    await run('chief', endAgreement, { id: row?.agreement?.id ?? '', version: 1, reason: 'The council left it' })
    expect(await told('sergeantA', third.plan)).toEqual(['share.ended-early'])
  })

  test('also whoever shared it before the record went to another', async () => {
    const { run } = force()
    const { plan, share } = await shared()
    await ofCommander(plan)
    await run('commanderA', endShare, { id: share, version: 1, reason: 'More than was needed' })
    expect(await told('sergeantA', plan)).toEqual(['share.ended-early'])
  })
})

/** How many rows a partner touches with a statement of their own. */
async function asPartner(sql: string, values: readonly unknown[]): Promise<number> {
  const { world } = force()
  return transaction(
    world.store,
    await world.signIn('partner'),
    { requestId: 'r', origin: 'test', purpose: 'test' },
    async (entered) => {
      const tx = await entered.open()
      return { value: (await tx.client.query(sql, [...values])).rowCount ?? 0, audit: [] }
    },
  )
}
