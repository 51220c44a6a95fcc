import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { bringCrime, bringEvents, dutiesOf, owedTo, victimsBy } from '../../../test/world/victims.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { assessVictim } from './commands/assess-victim.ts'
import { addVictim } from './commands/add-victim.ts'
import { correctEvent, voidEvent } from './commands/change-event.ts'
import { logContact } from './commands/log-contact.ts'
import { logCourtEvent } from './commands/log-court-event.ts'
import { logEvent } from './commands/log-event.ts'
import { offerStatement } from './commands/rights/statement.ts'
import { showCourt } from './queries/show-court.ts'

const database = withTestDatabase()
let world: World
let run: World['run']
let last = 43160005000

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2016-03-24T12:00:00Z' })
  await world.owner(`UPDATE posting SET starts = '2010-01-01'`)
  // Somebody of witness care, for the whole force.
  await world.owner(`UPDATE posting SET roles = '{witness-care}' WHERE account_id = $1`, [
    world.personas.analyst.account,
  ])
  run = async (persona, operation, input) => operation.output.parse(await world.run(persona, operation, input))
})
afterAll(() => world.close())
beforeEach(() => world.moveTo('2016-03-24T12:00:00Z'))

/** A burglary that was reported this morning, and its number. */
async function burglary(victims: readonly string[] = ['N1']) {
  last += 1
  const number = String(last)
  await bringCrime(world, { number, reportedAt: '2016-03-24 09:30', victims, unit: 'teamA' })
  const names = await victimsBy(world, number)
  return { number, id: names['OKAFOR, Chidi'] ?? '', names }
}
type Row = Readonly<Record<string, string>>
const bring = (number: string, ...rows: readonly Row[]) =>
  bringEvents(
    world,
    rows.map((row) => ({ number, event: '', at: '', person: '', courtAt: '', sentenceAt: '', cancelled: '', ...row })),
  )
const ARREST = { reference: 'C1', event: 'suspect-arrested', at: '2016-03-24 11:00' }
const HEARING = { reference: 'H1', event: 'hearing-fixed', at: '2016-03-24 11:00', courtAt: '2016-04-20 10:00' }
const under = async (id: string, ...rules: string[]) =>
  (await dutiesOf(world, id))
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, due, met }) => ({ rule, due, met }))
async function seen(id: string) {
  const [row] = await world.owner<{ version: number }>('SELECT version FROM record WHERE id = $1', [id])
  return { id, version: row?.version ?? 0 }
}
async function tell(id: string, rule: string) {
  const duties = (await dutiesOf(world, id)).filter((duty) => duty.rule === rule).map((duty) => duty.id)
  await run('sergeantA', logContact, { ...(await seen(id)), way: 'phone', result: 'told', words: 'Rang them', duties })
}
const eventsOf = (number: string) =>
  world.owner<{ id: string; kind: string; source: string; voided: string | null; version: number }>(
    `SELECT e.id, e.kind, e.source, e.voided_reason AS voided, e.version FROM case_event e JOIN occurrence o ON o.id = e.occurrence_id
    WHERE o.external_reference = $1 AND e.kind <> 'crime-reported' ORDER BY e.happened_at, e.logged_at`,
    [number],
  )

describe('A file of what custody and courts did', () => {
  test('opens what is owed to every victim of the case, from when it happened, and nothing twice', async () => {
    const { number, names } = await burglary(['N1', 'N2'])
    const report = await bring(number, ARREST)
    expect(report).toMatchObject({
      loaded: true,
      ok: true,
      kinds: [{ kind: 'events', inFile: 1, new: 1, rejected: 0 }],
    })
    for (const id of Object.values(names))
      expect(await under(id, 'VC09-2015')).toEqual([{ rule: 'VC09-2015', due: '2016-04-04 23:59', met: null }])
    await world.moveTo('2016-03-29T12:00:00Z')
    const again = await bring(number, ARREST)
    expect(again.kinds).toMatchObject([{ new: 0, changed: 0, unchanged: 1 }])
    for (const id of Object.values(names)) expect(await under(id, 'VC09-2015')).toHaveLength(1)
    expect(await eventsOf(number)).toMatchObject([{ kind: 'suspect-arrested', source: 'import', version: 1 }])
  })

  test('with another time for the same number corrects it: worked out anew, what was told stays told', async () => {
    const { number, id } = await burglary()
    await bring(number, ARREST)
    await tell(id, 'VC09-2015')
    await world.moveTo('2016-03-29T12:00:00Z')
    const report = await bring(number, { ...ARREST, at: '2016-03-29 09:00' })
    expect(report.kinds).toMatchObject([{ changed: 1 }])
    const [duty, ...others] = await under(id, 'VC09-2015')
    expect(others).toEqual([])
    expect(duty).toMatchObject({ due: '2016-04-05 23:59' })
    expect(duty?.met).not.toBeNull()
    const [old] = await world.owner(
      `SELECT superseded_kind AS kind, superseded_reason AS reason FROM duty WHERE record_id = $1 AND rule = 'VC09-2015'
      AND superseded_at IS NOT NULL`,
      [id],
    )
    expect(old).toEqual({ kind: 'corrected', reason: 'The records system gives another time' })
    expect(await eventsOf(number)).toMatchObject([{ version: 2 }])
  })

  test('that takes one back cancels what it started, met or not; told again, it stands again', async () => {
    const { number, id } = await burglary()
    await bring(number, ARREST, { ...ARREST, reference: 'C2', at: '2016-03-24 11:30' })
    expect(await under(id, 'VC09-2015')).toHaveLength(2)
    await bring(number, { ...ARREST, cancelled: 'yes' })
    expect((await owedTo(world, id)).filter((rule) => rule === 'VC09-2015')).toHaveLength(1)
    expect(await eventsOf(number)).toMatchObject([
      { voided: 'The records system says that it did not happen' },
      { voided: null },
    ])
    await bring(number, { ...ARREST, cancelled: 'no' })
    expect((await owedTo(world, id)).filter((rule) => rule === 'VC09-2015')).toHaveLength(2)
  })

  test('that says another thing of the same number takes the first back', async () => {
    const { number, id } = await burglary()
    await bring(number, { ...ARREST, event: 'police-bail' })
    await bring(number, { ...ARREST, event: 'released-under-investigation' })
    expect(await owedTo(world, id)).not.toContain('VC12-2015')
    await bring(number, { ...ARREST, event: 'charged' })
    expect(await owedTo(world, id)).toContain('VC15-2015')
  })

  test('does not bring back what somebody here says never happened', async () => {
    const { number, id } = await burglary()
    await bring(number, ARREST)
    const [event] = await eventsOf(number)
    await run('sergeantA', voidEvent, { id, event: event?.id, version: 1, reason: 'Another man' })
    await bring(number, { ...ARREST, at: '2016-03-24 11:10' })
    expect(await owedTo(world, id)).not.toContain('VC09-2015')
    expect(await eventsOf(number)).toHaveLength(1)
  })

  test('is corrected in the records system and not here', async () => {
    const { number, id } = await burglary()
    await bring(number, ARREST)
    const [event] = await eventsOf(number)
    await expect(
      run('sergeantA', correctEvent, {
        id,
        event: event?.id,
        version: 1,
        reason: 'The custody log',
        happenedOn: '2016-03-24',
        happenedTime: '11:30',
      }),
    ).rejects.toThrow(Invalid)
  })

  test('names the line, the column and why of each row that cannot be: nothing is kept, or the good ones', async () => {
    const { number, id } = await burglary()
    const rows = [
      { number, ...ARREST },
      { number: '43169999999', ...ARREST },
      { number, ...ARREST, reference: 'C3', at: '2016-03-27 01:30' },
      { number, ...ARREST, reference: 'C4', event: 'released on licence' },
    ]
    const refused = await bringEvents(world, rows)
    expect(refused).toMatchObject({
      loaded: false,
      ok: false,
      kinds: [{ inFile: 4, new: 1, rejected: 3, missingLinks: 1 }],
    })
    const said = refused.files.flatMap(({ rejections }) =>
      rejections.map(({ file, line, columnName, reason }) => `${file} ${line} ${columnName}: ${reason}`),
    )
    expect(said).toEqual([
      'events.csv 3 number: No crime or incident with the number “43169999999” is in this extract or an earlier one.',
      expect.stringContaining('events.csv 4 at: “2016-03-27 01:30” is no time: the clocks went forward'),
      expect.stringContaining('events.csv 5 event: “released on licence” is none of'),
    ])
    expect(await owedTo(world, id)).not.toContain('VC09-2015')
    await bringEvents(world, rows, true)
    expect(await owedTo(world, id)).toContain('VC09-2015')
  })

  test('that comes before it is known who was harmed is owed to them once it is', async () => {
    const { number } = await burglary([])
    await bring(number, ARREST)
    expect(await eventsOf(number)).toEqual([])
    await world.moveTo('2016-03-29T12:00:00Z')
    await bringCrime(world, { number, reportedAt: '2016-03-24 09:30', victims: ['N1'], unit: 'teamA' })
    const [id = ''] = Object.values(await victimsBy(world, number))
    expect(await under(id, 'VC09-2015')).toMatchObject([{ due: '2016-04-04 23:59' }])
  })

  test('of an arrest in the act counts from the report', async () => {
    const { number, id } = await burglary()
    await bring(number, { ...ARREST, at: '2016-03-23 23:50' })
    expect(await under(id, 'VC09-2015')).toMatchObject([{ due: '2016-04-04 23:59' }])
  })
})

describe('What stands already', () => {
  test('by hand is not owed twice: an arrest of the same day is the same, a second one is another', async () => {
    const { number, id } = await burglary()
    await run('sergeantA', logEvent, { id, kind: 'suspect-arrested', happenedOn: '2016-03-24', happenedTime: '10:50' })
    await bring(number, ARREST)
    expect(await under(id, 'VC09-2015')).toHaveLength(1)
    await bring(number, { ...ARREST, reference: 'C2', at: '2016-03-24 11:30' })
    expect(await under(id, 'VC09-2015')).toHaveLength(2)
  })

  test('as the outcome of the crime is not owed twice, whichever comes first', async () => {
    const charge = { reference: 'X1', event: 'charged', at: '2016-03-24 11:00' }
    const outcome = { reportedAt: '2016-03-24 09:30', unit: 'teamA', outcomeCode: '1', outcomeOn: '2016-03-24' }
    const first = await burglary()
    await bring(first.number, charge)
    await bringCrime(world, { number: first.number, ...outcome })
    expect(await under(first.id, 'VC15-2015')).toHaveLength(1)
    const second = await burglary()
    await bringCrime(world, { number: second.number, ...outcome })
    await bring(second.number, charge)
    expect(await under(second.id, 'VC15-2015')).toHaveLength(1)
  })

  test('is not opened again under the other category, when rights became enhanced after they were told', async () => {
    const { number, id } = await burglary()
    await bring(number, ARREST)
    await tell(id, 'VC09-2015')
    await run('sergeantA', assessVictim, { ...(await seen(id)), needs: 'A quiet place', reasons: ['E2:repeated'] })
    await bring(number, { ...ARREST, reference: 'C2' })
    expect(await under(id, 'VC09-2015')).toHaveLength(1)
    expect(await under(id, 'VC09-2015-E')).toHaveLength(1)
  })

  test('is not owed to somebody who is added by hand later', async () => {
    const { number } = await burglary()
    await bring(number, ARREST)
    await world.moveTo('2016-03-29T09:00:00Z')
    const { id } = await run('sergeantA', addVictim, {
      crime: number,
      name: 'Ada Okafor',
      standing: 'person',
      unit: world.units.teamA,
    })
    await bring(number, ARREST, { ...ARREST, reference: 'C2', at: '2016-03-29 08:00' })
    expect(await under(id, 'VC09-2015')).toMatchObject([{ due: '2016-04-05 23:59' }])
  })
})

describe('A hearing of the file', () => {
  const toCome = async (number: string) =>
    (await run('analyst', showCourt, {})).toCome.filter((one) => one.number === number)

  test('stands with what is to come at courts, and is told of from when it came', async () => {
    const { number, id } = await burglary()
    await world.moveTo('2016-03-29T12:00:00Z')
    await bring(number, HEARING)
    expect(await toCome(number)).toMatchObject([
      { kind: 'hearing-fixed', takesPlaceAt: '2016-04-20T09:00:00.000Z', open: 1 },
    ])
    // Five working days of the code of 2015, from Tuesday, when it was heard of, and not from Thursday.
    expect(await under(id, 'VC21-2015')).toMatchObject([{ due: '2016-04-05 23:59' }])
  })

  test('moves when the file says so: who was told the old day is told again, once', async () => {
    const { number, id } = await burglary()
    await bring(number, HEARING)
    await bring(number, { ...HEARING, courtAt: '2016-04-21 10:00' })
    expect(await toCome(number)).toMatchObject([{ takesPlaceAt: '2016-04-21T09:00:00.000Z' }])
    expect(await under(id, 'VC21-2015', 'VC22-2015')).toMatchObject([{ rule: 'VC21-2015', met: null }])
    await tell(id, 'VC21-2015')
    await world.moveTo('2016-03-29T12:00:00Z')
    const moved = { ...HEARING, courtAt: '2016-05-04 14:00' }
    await bring(number, moved)
    await bring(number, moved)
    expect(await under(id, 'VC22-2015')).toEqual([{ rule: 'VC22-2015', due: '2016-03-30 23:59', met: null }])
    expect(await toCome(number)).toMatchObject([{ takesPlaceAt: '2016-05-04T13:00:00.000Z', open: 1 }])
    await bring(number, { ...moved, cancelled: 'yes' })
    expect(await toCome(number)).toEqual([])
    expect(await owedTo(world, id)).not.toContain('VC22-2015')
  })

  test('at which one victim must give evidence is told to that one', async () => {
    const { number, names } = await burglary(['N1', 'N2'])
    await bring(number, { ...HEARING, event: 'must-give-evidence', person: 'N2' })
    const [one, other] = [names['OKAFOR, Chidi'] ?? '', names['SMITH, Joan'] ?? '']
    expect(await owedTo(world, one)).not.toContain('VC26-2015')
    expect(await owedTo(world, other)).toContain('VC26-2015')
  })
})

describe('When sentence is given', () => {
  const statement = async (id: string) =>
    run('sergeantA', offerStatement, { ...(await seen(id)), answer: 'taken', givenBy: 'self', words: 'It hurt' })
  const VC31 = (id: string) => under(id, 'VC31-2015')

  test('what is owed before it is due then, from a file: known later, moved, and not known any more', async () => {
    const { number, id } = await burglary()
    await statement(id)
    expect(await VC31(id)).toEqual([{ rule: 'VC31-2015', due: null, met: null }])
    await bring(number, { ...HEARING, sentenceAt: '2016-09-12 10:30' })
    expect(await VC31(id)).toEqual([{ rule: 'VC31-2015', due: '2016-09-12 10:30', met: null }])
    await bring(number, { ...HEARING, sentenceAt: '2016-09-19' })
    expect(await VC31(id)).toEqual([{ rule: 'VC31-2015', due: '2016-09-19 10:00', met: null }])
    await bring(number, { ...HEARING, cancelled: 'yes' })
    expect(await VC31(id)).toEqual([{ rule: 'VC31-2015', due: null, met: null }])
  })

  test('a statement that is made when the day is known is due by it', async () => {
    const { number, id } = await burglary()
    await bring(number, { ...HEARING, sentenceAt: '2016-09-12 10:30' })
    await statement(id)
    expect(await VC31(id)).toMatchObject([{ due: '2016-09-12 10:30' }])
  })

  test('witness care says it with what a court did, and what happened last on the case holds', async () => {
    const { number, id } = await burglary()
    await statement(id)
    await bring(number, { ...HEARING, at: '2016-03-24 10:00', sentenceAt: '2016-09-12 10:30' })
    const verdict = { crime: number, kind: 'verdict-or-sentence', happenedOn: '2016-03-24', happenedTime: '11:00' }
    await run('analyst', logCourtEvent, { ...verdict, sentenceOn: '2016-10-03' })
    expect(await VC31(id)).toMatchObject([{ due: '2016-10-03 10:00' }])
    await expect(run('analyst', logCourtEvent, { ...verdict, sentenceTime: '10:00' })).rejects.toThrow(Invalid)
    await expect(run('analyst', logCourtEvent, { ...verdict, sentenceOn: '2016-03-23' })).rejects.toThrow(Invalid)
    await expect(
      run('analyst', logCourtEvent, { ...verdict, kind: 'court-bail', sentenceOn: '2016-10-03' }),
    ).rejects.toThrow(Invalid)
  })
})
