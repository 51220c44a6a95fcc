import { beforeAll, describe, expect, test } from 'vitest'
import { STANDING_CODES } from '#kernel/duties/standings.ts'
import { meetByHand } from '#kernel/duties/meet-by-hand.ts'
import { cancelDuties } from '#kernel/duties/cancel-duties.ts'
import { pauseDuty } from '#kernel/duties/pause-duty.ts'
import { correctTrigger, supersedeDuty } from '#kernel/duties/replace-duty.ts'
import { waiveDuty } from '#kernel/duties/waive-duty.ts'
import { testRules } from '#kernel/duties/testing.ts'
import { tick } from '#kernel/duties/tick.ts'
import { timeliness } from '#modules/duties/index.ts'
import { addHoliday, changeHoliday } from '#modules/duties/commands/bank-holiday-acts.ts'
import { listHolidays } from '#modules/duties/queries/bank-holidays.ts'
import { listDuties } from '#modules/duties/queries/list-duties.ts'
import { showDuty } from '#modules/duties/queries/show-duty.ts'
import { getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { Conflict, NotFound } from '#platform/errors/errors.ts'
import type { PersonaName } from '../world/personas.ts'
import { newDuty, withDutyWorld } from './duty-world.ts'

const duties = withDutyWorld()
const at = (moment: string) => duties().world.moveTo(moment)
const list = (persona: PersonaName, input: object = {}) => duties().world.run(persona, listDuties(testRules), input)
const show = (persona: PersonaName, id: string) => duties().world.run(persona, showDuty(testRules), { id })

/** One duty of each standing, as it stands on Wednesday 6 April 2016 at noon, of PS Ellis. */
const made = new Map<string, string>()
beforeAll(async () => {
  const { world, as, open } = duties()
  const act = async (id: string, work: Parameters<typeof as>[1]) => (await as('sergeantA', work), id)
  made.set('overdue', await open())
  const late = await open()
  const early = await open()
  const waived = await open()
  const replaced = await open()
  const paused = await open()
  const cancelled = await open()
  made.set('cancelled', await act(cancelled, (tx) => cancelDuties(tx, [cancelled], 'It never happened')))
  await act(paused, (tx) => pauseDuty(tx, testRules, { id: paused, version: 1, reason: 'No safe contact' }))
  made.set('paused', paused)
  await at('2016-03-29T09:00:00Z')
  made.set(
    'met-on-time',
    await act(early, (tx) => meetByHand(tx, testRules, { id: early, version: 1, how: 'Told in person' })),
  )
  await as('commanderA', (tx) => waiveDuty(tx, testRules, { id: waived, version: 1, reason: 'Asked not to be told' }))
  made.set('waived', waived)
  const to = { triggeredAt: new Date('2016-04-05T09:00:00Z'), reason: 'Reported later' }
  made.set('superseded', replaced)
  made.set('not-due', (await as('sergeantA', (tx) => correctTrigger(tx, testRules, replaced, to))).id)
  await at('2016-03-31T09:00:00Z')
  made.set('due-soon', await open())
  await at('2016-04-06T11:00:00Z')
  made.set(
    'met-late',
    await act(late, (tx) => meetByHand(tx, testRules, { id: late, version: 1, how: 'Told in person' })),
  )
  // Out of PS Ellis's reach, and inside a compartment.
  const elsewhere = {
    ...newDuty(world).guards,
    area: world.areas.B1,
    unit: world.units.teamB,
    owner: world.personas.officerB.account,
  }
  await open({ guards: elsewhere })
  const inside = await open()
  await world.owner('UPDATE duty SET compartment_id = $2 WHERE id = $1', [inside, world.compartment])
})

describe('The list of duties', () => {
  test('is what one owes now, by time left', async () => {
    const { duties: lines, counts, next } = await list('sergeantA')
    expect(lines.map(({ standing }) => standing)).toEqual(['overdue', 'due-soon', 'not-due', 'paused'])
    expect(lines[0]).toMatchObject({
      title: 'Tell the victim',
      owner: 'PS Ellis',
      unit: 'Abbey neighbourhoods',
      area: 'Abbey',
    })
    expect([counts, next]).toEqual([{ overdue: 1, today: 0, week: 2 }, null])
  })

  test.each(STANDING_CODES)('finds what is %s, and nothing else', async (standing) => {
    const { duties: lines } = await list('sergeantA', { standing })
    expect(lines.map(({ id, standing: stands }) => [id, stands])).toEqual([[made.get(standing), standing]])
  })

  test('of a team and an area is what the reader reaches, and no compartment', async () => {
    const open = async (persona: PersonaName, of: string) => (await list(persona, { of })).duties.length
    expect(await open('commanderA', 'team')).toBe(4)
    expect(await open('commanderA', 'area')).toBe(4)
    expect(await open('officerB', 'area')).toBe(1)
    expect(await open('chief', 'area')).toBe(5)
    expect(await open('commanderA', 'me')).toBe(0)
    expect((await list('chief', { of: 'area' })).counts).toEqual({ overdue: 1, today: 0, week: 3 })
  })

  test('is gone through page by page, each duty once, those without a due time last', async () => {
    const { world } = duties()
    await world.owner(
      `INSERT INTO duty (id, rule, rule_from, subject_kind, subject_id, title, triggered_by, triggered_at, due_at, opened_at, owner_id)
      SELECT gen_random_uuid(), 'TST-01', '2012-01-01', 'crime', 'many ' || n, 'Many', 'test', $1, CASE WHEN n % 3 > 0 THEN $1::timestamptz
        + (n % 7) * interval '1 day' END, $1, $2 FROM generate_series(1, 120) AS n`,
      [world.store.clock.now(), world.personas.auditor.account],
    )
    const seen: string[] = []
    for (let after: string | null = ''; after !== null;) {
      const page: Awaited<ReturnType<typeof list>> = await list('auditor', { after })
      seen.push(...page.duties.map(({ id }) => id))
      after = page.next
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120])
    const id = '80000000-0000-4000-8000-000000000000'
    for (const after of [
      'nonsense',
      `2016-02-30T12:00:00Z~${id}`,
      `2016-02-29T24:00:00Z~${id}`,
      `2016-02-29T:::Z~${id}`,
      `0000-01-01T00:00:00Z~${id}`,
    ])
      await expect(list('auditor', { after }), after).rejects.toMatchObject({
        fields: { after: 'This is not the address of a page of the list' },
      })
    await expect(list('auditor', { due: '2016-13' })).rejects.toMatchObject({
      fields: { due: 'A month must be such as 2016-03' },
    })
    expect((await list('auditor', { after: `2016-02-29T23:59:59Z~${id}` })).duties).toBeDefined()
    await world.owner(`DELETE FROM duty WHERE title = 'Many'`)
  })

  test('of a month is what fell due in it, whatever became of it', async () => {
    const { duties: lines } = await list('sergeantA', { of: 'team', due: '2016-04' })
    expect(lines.map(({ standing }) => standing).sort()).toEqual([
      'due-soon',
      'met-late',
      'met-on-time',
      'not-due',
      'overdue',
      'waived',
    ])
    expect((await list('sergeantA', { due: '2016-03' })).duties).toEqual([])
  })
})

describe('Why is this due?', () => {
  test('is answered in sentences: from when, which days did not count, until when, by which rule', async () => {
    const { steps, rule, may } = await show('sergeantA', made.get('overdue') ?? '')
    expect(steps.map(({ words }) => words)).toEqual([
      'Reported on Thursday 24 March 2016 at 17:30; that day is day 0',
      'Good Friday (25 March), Easter Monday (28 March), Saturdays and Sundays do not count',
      '5 working days later: Monday 4 April 2016, until 23:59:59',
    ])
    expect(rule).toMatchObject({ code: 'TST-01', mark: 'default' })
    expect(may).toMatchObject({ meet: ['Told by telephone', 'Told in person'], waive: false, pause: [], resume: false })
    expect(may.handOnTo.map(({ name }) => name)).toEqual([])
  })

  test('says what it took the place of, what was stopped, and who was told', async () => {
    const { as, asClock, open, world } = duties()
    const id = await open({ triggeredAt: new Date('2016-04-01T09:00:00Z') })
    const next = { ...newDuty(world), rule: 'TST-03' }
    const { id: after } = await as('sergeantA', (tx) => supersedeDuty(tx, testRules, id, next, 'Vulnerable'))
    await as('sergeantA', (tx) => pauseDuty(tx, testRules, { id: after, version: 1, reason: 'No safe contact' }))
    const paused = await show('sergeantA', after)
    expect(paused).toMatchObject({ before: [{ id, kind: 'changed', reason: 'Vulnerable' }], after: null })
    expect(paused.pauses).toMatchObject([{ reason: 'No safe contact', by: 'PS Ellis', to: null }])
    expect(paused.steps.map(({ kind }) => kind)).toContain('paused')
    expect(await show('sergeantA', id)).toMatchObject({
      after: { id: after },
      duty: { standing: 'superseded' },
      may: { meet: [] },
    })
    await asClock((tx) => tick(tx, testRules))
    const { tellings } = await show('commanderA', made.get('overdue') ?? '')
    expect(tellings.map(({ crossed, to }) => [crossed, to])).toEqual([
      [50, []],
      [100, ['PS Ellis', 'Supt Hale']],
    ])
    expect((await show('commanderA', made.get('overdue') ?? '')).may.waive).toBe(true)
  })

  test('is not answered to whoever may not open it, and that is logged as hidden', async () => {
    const { world } = duties()
    await expect(show('officerB', made.get('overdue') ?? '')).rejects.toThrow(NotFound)
    const sql = `SELECT outcome FROM audit_event e JOIN audit_subject s ON s.audit_id = e.id WHERE s.kind = 'duty' AND s.subject = $1
      AND e.event = 'duty.opened' AND outcome <> 'done'`
    expect(await world.owner(sql, [made.get('overdue')])).toEqual([{ outcome: 'hidden' }])
  })
})

describe('Bank holidays', () => {
  test('to come are listed with where they come from; one is moved, and the old day counts again', async () => {
    const { world } = duties()
    const { holidays } = await world.run('administrator', listHolidays, {})
    const may = { day: '2016-05-02', title: 'Early May bank holiday', source: 'by rule', entered: false }
    expect(holidays[0]).toMatchObject(may)
    const move = {
      day: '2016-05-06',
      title: 'Early May bank holiday',
      movedFrom: '2016-05-02',
      source: 'A proclamation',
    }
    await world.run('administrator', addHoliday, move)
    const after = (await world.run('administrator', listHolidays, {})).holidays.slice(0, 2)
    expect(after).toMatchObject([
      { day: '2016-05-02', observed: false, enteredBy: 'Mr Shah' },
      { day: '2016-05-06', observed: true, enteredBy: 'Mr Shah' },
    ])
    expect(await world.owner(`SELECT payload FROM domain_event WHERE name = 'bank-holidays.changed'`)).toHaveLength(1)
  })

  test('are not entered twice, nor moved from a day that is none', async () => {
    const { world } = duties()
    const add = (input: object) =>
      world.run('administrator', addHoliday, { title: 'A day', source: 'A proclamation', ...input })
    await expect(add({ day: '2016-12-27' })).rejects.toThrow('This day is a bank holiday already')
    await expect(add({ day: '2016-05-02' })).rejects.toThrow(/entered for this day already/)
    await expect(add({ day: '2016-06-08', movedFrom: '2016-06-07' })).rejects.toThrow('This day is not a bank holiday')
  })

  test('that were entered by mistake are said to be none; a stale change is told so', async () => {
    const { world } = duties()
    const change = {
      day: '2016-05-06',
      version: 1,
      title: 'Early May bank holiday',
      observed: 'no',
      source: 'Withdrawn',
    }
    await world.run('administrator', changeHoliday, change)
    await expect(world.run('administrator', changeHoliday, change)).rejects.toThrow(Conflict)
  })
})

describe('Timeliness', () => {
  test('is what was met in time of what fell due by now; stopped clocks are unknown; compartments are left out', async () => {
    const { world, asClock } = duties()
    const april = getCivilMonth('2016-04')
    // As the system without the clock's own right: it reaches into no compartment.
    const { computed, rows } = await asClock(async (tx) => {
      await tx.client.query(`SET LOCAL app.roles = '{}'`)
      const population = await timeliness.population?.(tx, april)
      return { computed: await timeliness.compute(tx, april, april), rows: population }
    })
    const force = computed.values.find(({ area, unit }) => area === null && unit === null)
    expect(force).toEqual({ month: april, area: null, unit: null, numerator: 1, denominator: 4, unknown: 2 })
    expect(computed.values.find(({ unit }) => unit === world.units.teamA)).toMatchObject({
      numerator: 1,
      denominator: 4,
    })
    expect(rows).toHaveLength(4)
    expect(computed.sourceAt).not.toBeNull()
    expect(timeliness.rowsAt({ month: april, area: null, unit: 3 })).toBe('/work/duties?of=team&due=2016-04&unit=3')
  })
})
