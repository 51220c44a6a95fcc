import { describe, expect, test } from 'vitest'
import { sharingMeasures } from './measures/sharing-measures.ts'
import { getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { systemReader } from '#platform/access/reader.ts'
import { transaction } from '#platform/db/transaction.ts'
import { Conflict, Forbidden, Invalid, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { withProblems } from '../../../test/world/problems.ts'
import { sharingOf, TERMS } from '../../../test/world/sharing.ts'
import { endAgreement, makeAgreement } from './commands/agreements.ts'
import { finishAction } from './commands/finish-action.ts'
import { askAgency, askForce, reply } from './commands/requests.ts'
import { endShare, reviewShare, shareInEmergency, shareRecord } from './commands/share.ts'
import { openPartnerShare, partnerActionForm, showPartner } from './queries/partner.ts'
import { openAgreement, openSharedRecord, replyForm, showSharing } from './queries/sharing.ts'

const force = withProblems()
const { agreement, wanted, shared, sharedInEmergency, landlord, act } = sharingOf(force)

describe('An agreement', () => {
  test('is kept by a commander, for all to read, and by nobody else', async () => {
    const { run, world } = force()
    const id = await agreement()
    expect((await run('officerB', openAgreement, { id })).agreement).toMatchObject({ title: 'Safety', inForce: true })
    const more = { title: 'Mine', agencies: [world.agencies.council], ...TERMS }
    await expect(run('sergeantA', makeAgreement, more)).rejects.toBeInstanceOf(Forbidden)
    await expect(run('commanderA', makeAgreement, { ...more, agencies: [] })).rejects.toBeInstanceOf(Invalid)
    await expect(run('commanderA', makeAgreement, { ...more, untilOn: '2025-01-01' })).rejects.toBeInstanceOf(Invalid)
    await expect(run('partner', openAgreement, { id })).rejects.toBeInstanceOf(Forbidden)
  })

  test('that ends takes with it all that is shared under it, whoever reaches that', async () => {
    const { run } = force()
    const { plan, share } = await shared()
    const [row] = (await run('sergeantA', openSharedRecord, { id: plan })).shares
    const end = { id: row?.agreement?.id ?? '', version: 1, reason: 'The council left it' }
    await run('chief', endAgreement, end)
    await expect(run('partner', openPartnerShare, { id: share })).rejects.toBeInstanceOf(NotFound)
    const [after] = (await run('sergeantA', openSharedRecord, { id: plan })).shares
    expect(after).toMatchObject({ live: false, endedReason: 'The agreement was ended: The council left it' })
  })
})

describe('A share', () => {
  test('opens to the agency what it says, as it stood, and nothing else', async () => {
    const { run, world } = force()
    const { plan, share } = await shared({ classes: ['summary'] })
    const { share: seen } = await run('partner', openPartnerShare, { id: share })
    expect(seen.title).toBe('Burglaries of student houses in Abbey')
    expect(new Set(seen.parts.map((part) => part.class))).toEqual(new Set(['summary']))
    expect(seen.parts.map(({ label }) => label)).toEqual(['How far it has come', 'Where'])
    const [entry] = await world.owner<{ words: string }>(
      `SELECT words FROM timeline_entry WHERE record_id = $1 AND kind = 'decision' ORDER BY at DESC LIMIT 1`,
      [plan],
    )
    expect(entry?.words).toMatch(/^Shared with .* under an agreement, until Mon 1 March 2027\.$/)
  })

  test.each([
    ['without an agreement', { agreement: null }, /no agreement/],
    ['by another gateway', { gateway: 'care-s6' }, /gateway/],
    ['for another purpose', { purpose: 'protect-child' }, /purpose/],
    ['of more than was agreed', { classes: ['analysis'] }, /Open only/],
    ['for too long', { untilOn: '2028-03-01' }, /within a year/],
  ])('is refused %s, in plain words, and the refusal is kept', async (_how, more, words) => {
    const { plan, run } = force()
    const id = await plan()
    const input = wanted(id, { agreement: await agreement(), ...more })
    expect((await run('sergeantA', shareRecord, input)).share).toBeNull()
    const { shares, refusals } = await run('sergeantA', openSharedRecord, { id })
    expect(shares).toEqual([])
    expect(refusals).toHaveLength(1)
    expect(refusals[0]?.reason).toMatch(words)
  })

  test('needs a gateway, a purpose and an end to be asked for at all', async () => {
    const { plan, run } = force()
    const input = wanted(await plan(), { agreement: await agreement() })
    for (const missing of ['gateway', 'purpose', 'untilOn'])
      await expect(run('sergeantA', shareRecord, { ...input, [missing]: '' })).rejects.toBeInstanceOf(Invalid)
  })

  test('ends on its day, or when somebody ends it, and is then as if it had never been', async () => {
    const { run, world } = force()
    const first = await shared()
    await run('sergeantA', endShare, { id: first.share, version: 1, reason: 'It is solved' })
    await expect(run('partner', openPartnerShare, { id: first.share })).rejects.toBeInstanceOf(NotFound)
    const second = await shared()
    await world.owner(`UPDATE share SET until_on = '2026-11-22' WHERE id = $1`, [second.share])
    await expect(run('partner', openPartnerShare, { id: second.share })).rejects.toBeInstanceOf(NotFound)
  })

  test('is shut when its record is put into a compartment or marked higher than the agency is cleared for', async () => {
    const { run, world } = force()
    const { share } = await shared()
    await world.owner(`UPDATE share SET compartment_id = $2 WHERE id = $1`, [share, world.compartment])
    await expect(run('partner', openPartnerShare, { id: share })).rejects.toBeInstanceOf(NotFound)
  })
})

describe('In an emergency', () => {
  test('something is shared without an agreement, and somebody else reviews it by the end of the next working day', async () => {
    const { plan, run, world, owed } = force()
    const id = await plan()
    const share = await sharedInEmergency(id, { classes: ['analysis'] })
    const [duty] = await world.owner<{ due: Date }>(`SELECT due_at AS due FROM duty WHERE subject_id = $1`, [share])
    expect(duty?.due.toISOString()).toMatch(/^2026-11-24/)
    await run('partner', openPartnerShare, { id: share })
    expect((await run('commanderA', showSharing, {})).toReview.map((one) => one.id)).toContain(share)
    const review = { id: share, version: 1, words: 'Right' }
    await expect(run('sergeantA', reviewShare, review)).rejects.toBeInstanceOf(RuleRefused)
    await run('commanderA', reviewShare, review)
    expect(await owed(id)).not.toContain('SHA-01')
    await expect(run('commanderA', reviewShare, { ...review, version: 2 })).rejects.toBeInstanceOf(RuleRefused)
  })

  test('nothing is shared for longer than seven days', async () => {
    const { plan, run } = force()
    const input = wanted(await plan(), { untilOn: '2026-12-01', reason: 'A threat' })
    expect(await run('sergeantA', shareInEmergency, input)).toMatchObject({ share: null, refused: 'SHR02' })
  })
})

describe('Questions', () => {
  test('go to an agency about what is shared with it; it answers once, in ten working days', async () => {
    const { run, owed } = force()
    const { plan } = await shared()
    const about = {
      id: plan,
      agency: force().world.agencies.council,
      question: 'Who lets it?',
      purpose: 'reduce-crime',
    }
    const { id } = await run('sergeantA', askAgency, about)
    const { request } = await run('partner', replyForm, { id })
    expect(request).toMatchObject({ state: 'open', question: 'Who lets it?', askedOf: 'agency' })
    expect(request.dueAt).toMatch(/^2026-12-07/)
    expect(await owed(plan)).toContain('SHA-02')
    const answer = { id, version: 1, verdict: 'answered', words: 'A Mr Case' }
    await expect(run('sergeantA', reply, answer)).rejects.toBeInstanceOf(Conflict)
    await run('partner', reply, answer)
    expect(await owed(plan)).not.toContain('SHA-02')
    expect((await run('sergeantA', openSharedRecord, { id: plan })).requests[0]?.reply).toBe('A Mr Case')
    await expect(run('partner', reply, { ...answer, version: 2 })).rejects.toBeInstanceOf(Conflict)
  })

  test('are refused where nothing is shared', async () => {
    const { plan, run, world } = force()
    const about = { id: await plan(), agency: world.agencies.council, question: 'Who?', purpose: 'reduce-crime' }
    await expect(run('sergeantA', askAgency, about)).rejects.toMatchObject({ rule: 'SHR05' })
  })

  test('come from an agency, too, and the force refuses with its reason', async () => {
    const { run, owed } = force()
    const { plan, share } = await shared()
    const { id } = await run('partner', askForce, { id: share, question: 'When?', purpose: 'reduce-crime' })
    expect(await owed(plan)).toContain('SHA-03')
    expect((await run('sergeantA', showSharing, {})).toAnswer.map((one) => one.id)).toContain(id)
    await run('sergeantA', reply, { id, version: 1, verdict: 'refused', words: 'It would name somebody' })
    const mine = (await run('partner', showPartner, {})).requests.find((one) => one.id === id)
    expect(mine).toMatchObject({ state: 'refused', reply: 'It would name somebody' })
    expect(await owed(plan)).not.toContain('SHA-03')
  })
})

describe('An action of an agency', () => {
  test('is seen and finished by the agency while the record is shared', async () => {
    const { run, world } = force()
    const { plan, share } = await shared()
    const { id } = await act(plan, world.agencies.council)
    expect((await run('partner', openPartnerShare, { id: share })).actions.map((one) => one.id)).toEqual([id])
    await run('partner', finishAction, { id, version: 1, outcome: 'Cut to a metre' })
    await expect(run('partner', finishAction, { id, version: 2, outcome: 'Again' })).rejects.toBeInstanceOf(RuleRefused)
    const [row] = await world.owner<{ outcome: string }>('SELECT outcome FROM action WHERE id = $1', [id])
    expect(row?.outcome).toBe('Cut to a metre')
    await run('sergeantA', endShare, { id: share, version: 1, reason: 'Done' })
    await expect(run('partner', partnerActionForm, { id })).rejects.toBeInstanceOf(NotFound)
  })
})

describe('A partner of another agency', () => {
  test('finds nothing: no row, no count, and the same answer as for what is not there', async () => {
    const { run, plan } = force()
    const before = await run('partner', showPartner, {})
    const agency = await landlord()
    const id = await plan({ title: 'A secret of the landlord' })
    const input = wanted(id, { agency, agreement: await agreement({ agencies: [agency] }) })
    const { share } = await run('sergeantA', shareRecord, input)
    const asked = { id, agency, question: 'Who lives there?', purpose: 'reduce-crime' }
    const question = await run('sergeantA', askAgency, asked)
    const { id: action } = await act(id, agency)
    expect(await run('partner', showPartner, {})).toEqual(before)
    const nothing = '00000000-0000-4000-8000-000000000000'
    const said = (opened: Promise<unknown>) =>
      opened.then(
        () => 'opened',
        (error: unknown) => (error instanceof NotFound ? error.message : 'another error'),
      )
    for (const [open, hidden] of [
      [(one: string) => run('partner', openPartnerShare, { id: one }), share ?? ''],
      [(one: string) => run('partner', replyForm, { id: one }), question.id],
      [(one: string) => run('partner', partnerActionForm, { id: one }), action],
    ] as const) {
      expect(await said(open(hidden))).toBe(await said(open(nothing)))
      expect(await said(open(hidden))).not.toBe('opened')
    }
    for (const attempt of [
      () => run('partner', reply, { id: question.id, version: 1, verdict: 'answered', words: 'x' }),
      () => run('partner', finishAction, { id: action, version: 1, outcome: 'x' }),
      () => run('partner', askForce, { id: share ?? '', question: 'x', purpose: 'reduce-crime' }),
    ])
      await expect(attempt()).rejects.toBeInstanceOf(NotFound)
  })

  test('who writes to the tables themselves changes neither another agency’s actions and questions nor the force’s', async () => {
    const { run, plan, world } = force()
    const agency = await landlord()
    const { plan: mine } = await shared()
    const id = await plan()
    const input = wanted(id, { agency, agreement: await agreement({ agencies: [agency] }) })
    await run('sergeantA', shareRecord, input)
    await run('sergeantA', askAgency, { id, agency, question: 'Who?', purpose: 'reduce-crime' })
    await act(id, agency)
    await act(mine, agency)
    const write = async (sql: string) =>
      transaction(
        world.store,
        await world.signIn('partner'),
        { requestId: 'w', origin: 'test', purpose: 'test' },
        async (entered) => {
          const tx = await entered.open()
          return { value: (await tx.client.query(sql, [world.personas.partner.account])).rowCount, audit: [] }
        },
      )
    // Without a column that must be read, the policies for reading are not asked: only those for changing hold.
    await write(`UPDATE action SET done_at = now(), done_by = $1, outcome = 'x'`)
    await write(`UPDATE information_request SET state = 'answered', reply = 'x', replied_at = now(), replied_by = $1`)
    const touched = await world.owner(
      `SELECT FROM action WHERE outcome = 'x' AND assignee_agency_id <> $1
      UNION ALL SELECT FROM information_request WHERE reply = 'x' AND (agency_id <> $1 OR asked_of = 'force')`,
      [world.agencies.council],
    )
    expect(touched).toHaveLength(0)
  })

  test('who reads the tables themselves finds the parts of their own shares, and no record at all', async () => {
    const { world } = force()
    await shared()
    const read = async (sql: string) =>
      transaction(
        world.store,
        await world.signIn('partner'),
        { requestId: 'r', origin: 'test', purpose: 'test' },
        async (entered) => {
          const tx = await entered.open()
          return { value: (await tx.client.query(sql)).rows, audit: [] }
        },
      )
    const others = await read('SELECT id FROM share WHERE agency_id <> reader_agency()')
    expect(others).toEqual([])
    for (const sql of [
      'SELECT id FROM record',
      'SELECT id FROM problem_plan',
      'SELECT shared_by FROM share',
      'SELECT id FROM share_refusal',
      'SELECT id FROM sharing_agreement',
      'SELECT marking FROM action',
      `UPDATE share SET until_on = '2030-01-01'`,
    ])
      await expect(read(sql), sql).rejects.toThrow(/permission denied/)
  })
})

test('Shares by gateway, refusals and replies in time are measured', async () => {
  const { world } = force()
  const month = getCivilMonth('2026-11')
  const found = await transaction(
    world.store,
    { reader: systemReader('system:measures') },
    { requestId: 'm', origin: 'test', purpose: 'test' },
    async (entered) => {
      const tx = await entered.open()
      const values = new Map<string, readonly [number, number | null] | undefined>()
      for (const measure of sharingMeasures) {
        const [value] = (await measure.compute(tx, month, month)).values
        values.set(measure.code, value && [value.numerator, value.denominator])
      }
      return { value: values, audit: [] }
    },
  )
  const [row] = await world.owner<{ shares: number; refused: number }>(
    `SELECT (SELECT count(*)::integer FROM share WHERE compartment_id IS NULL) AS shares, (SELECT count(*)::integer FROM share_refusal) AS refused`,
  )
  expect(found.get('SHR-CRIME-DISORDER-S115')).toEqual([row?.shares, null])
  expect(found.get('SHR-REFUSED')).toEqual([row?.refused, (row?.shares ?? 0) + (row?.refused ?? 0)])
  // Nothing has fallen due yet.
  expect(found.get('SHR-ANSWERED')).toBeUndefined()
})
