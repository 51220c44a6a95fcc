import { beforeAll, describe, expect, test } from 'vitest'
import { WHOLE_REPORT } from '#modules/inspections/report/testing.ts'
import { withForce } from '../../../test/world/inspections.ts'
import type { PersonaName } from '../../../test/world/personas.ts'
import { openPack } from './packs/pack-operations.ts'
import { operations, reportOfVale } from './testing.ts'

const force = withForce()
const { questions, question, chief, proof, pack, draw, sample, row } = operations

/** Words that stand in nothing but what is hidden. */
const CLOSED_EVIDENCE = 'Nightjar dip sample'
const CLOSED_TITLE = 'Count the files that wait'

let findings: readonly string[] = []
const hide = async (table: string, key: string, id: string) =>
  force().world.owner(`UPDATE ${table} SET compartment_id = $2 WHERE ${key} = $1`, [id, force().world.compartment])
const join = async (persona: PersonaName) =>
  force().world.owner(
    `INSERT INTO compartment_member (compartment_id, account_id, reason, starts) VALUES ($1, $2, 'test', '2016-04-01')`,
    [force().world.compartment, force().world.personas[persona].account],
  )
const leave = async (persona: PersonaName) =>
  force().world.owner('DELETE FROM compartment_member WHERE account_id = $1', [force().world.personas[persona].account])

/** E1: open, with closed evidence besides. E2: the first in a compartment, the second OFFICIAL-SENSITIVE. E4: open. */
beforeAll(async () => {
  const { save, world, evidence } = force()
  findings = (await save(reportOfVale(WHOLE_REPORT))).findings
  const [fairs = '', files = '', victims = ''] = findings
  for (const table of ['record', 'finding']) await hide(table, 'id', files)
  await hide('timeline_entry', 'record_id', files)
  for (const table of ['record', 'finding'])
    await world.owner(`UPDATE ${table} SET marking = 'OFFICIAL-SENSITIVE' WHERE id = $1`, [victims])
  await world.owner(`UPDATE timeline_entry SET marking = 'OFFICIAL-SENSITIVE' WHERE record_id = $1`, [victims])
  await evidence(fairs, '2026-11-20', 90, world.compartment)
  await world.owner(`UPDATE evidence SET title = $1 WHERE record_id = $2`, [CLOSED_EVIDENCE, fairs])
  await evidence(files, '2026-11-20', 90, world.compartment)
  await world.owner(`UPDATE account SET clearance = 'OFFICIAL' WHERE id = $1`, [
    world.personas.visitingInspector.account,
  ])
  await world.owner(
    `INSERT INTO finding_claim (id, finding_id, claimed_by, claimed_at, held, rank, reason, shown, marking, compartment_id)
    VALUES (gen_random_uuid(), $1, $2, now(), false, 'Chief officer', 'Hidden reason', 'Hidden figures', 'OFFICIAL', $3)`,
    [files, world.personas.chief.account, world.compartment],
  )
})

/** Every page that the persona may open, as the JSON API answers. */
async function everything(persona: PersonaName): Promise<string> {
  const { run } = force()
  const visiting = persona === 'visitingInspector'
  const asked = { framework: 'PEEL2016' }
  const answers: unknown[] = []
  if (!visiting) answers.push(await run(persona, questions, asked))
  if (!visiting) for (const code of ['E1', 'E2']) answers.push(await run(persona, question, { ...asked, code }))
  if (['chief', 'inspectionLead', 'commanderA'].includes(persona)) answers.push(await run(persona, chief, asked))
  if (['chief', 'inspectionLead', 'auditor', 'visitingInspector'].includes(persona))
    answers.push(await run(persona, proof, asked))
  return JSON.stringify(answers)
}

const OUTSIDE = ['chief', 'commanderA', 'sergeantA', 'officerB', 'analyst', 'auditor', 'inspectionLead'] as const

describe('A finding in a compartment, and evidence in one', () => {
  test.each([...OUTSIDE, 'visitingInspector' as const])('show nowhere and count nowhere for %s', async (persona) => {
    const said = await everything(persona)
    for (const hidden of [findings[1] ?? '-', CLOSED_TITLE, CLOSED_EVIDENCE, 'Hidden reason', 'Hidden figures'])
      expect(said).not.toContain(hidden)
  })

  test('are not in the counts of those outside, and are in those of whoever is inside', async () => {
    const { run } = force()
    const countsOf = async (persona: PersonaName) => {
      const { questions: all } = await run(persona, questions, { framework: 'PEEL2016' })
      return all.map(({ standing, evidence }) => [
        Object.values(standing).reduce((sum, each) => sum + each, 0),
        evidence.fresh,
      ])
    }
    const outside = [
      [1, 0],
      [1, 0],
      [0, 0],
      [1, 0],
      [0, 0],
    ]
    expect(await countsOf('chief')).toEqual(outside)
    expect((await countsOf('officerB'))[1]).toEqual([0, 0])
    expect(await countsOf('member')).toEqual([[1, 1], [2, 1], ...outside.slice(2)])
  })

  test('are in no pack, not even of a maker who is inside; nor does its colour tell of them', async () => {
    const { run, world } = force()
    const without = await run('inspectionLead', pack, { framework: 'PEEL2016' })
    await join('inspectionLead')
    try {
      const inside = await run('inspectionLead', questions, { framework: 'PEEL2016' })
      expect(JSON.stringify(inside)).toContain(CLOSED_TITLE)
      const { id } = await run('inspectionLead', pack, { framework: 'PEEL2016' })
      const { content } = await run('inspectionLead', openPack, { id })
      const said = JSON.stringify(content)
      for (const hidden of [CLOSED_TITLE, CLOSED_EVIDENCE, 'Hidden reason', findings[1] ?? '-'])
        expect(said).not.toContain(hidden)
      const before = (await run('inspectionLead', openPack, { id: without.id })).content
      expect(content.questions).toEqual(before.questions)
      expect(await world.owner('SELECT 1 FROM evidence_pack')).toHaveLength(2)
    } finally {
      await leave('inspectionLead')
    }
  })

  test('cannot stand behind what the force says of itself', async () => {
    const { run, world } = force()
    const { addStatement } = await import('#modules/inspections/index.ts')
    const [closed] = await world.owner<{ id: string }>('SELECT id FROM evidence WHERE title = $1', [CLOSED_EVIDENCE])
    const stated = {
      question: 'PEEL2016/E1',
      kind: 'strength',
      text: 'We look.',
      marking: 'OFFICIAL',
      evidence: closed?.id,
    }
    // To those outside it is not there; to one inside it is there, and is refused.
    await expect(run('inspectionLead', addStatement, stated)).rejects.toMatchObject({ kind: 'not-found' })
    await join('inspectionLead')
    try {
      await expect(run('inspectionLead', addStatement, stated)).rejects.toMatchObject({ rule: 'SLF02' })
    } finally {
      await leave('inspectionLead')
    }
  })
})

test('A finding above the clearance of a reader is in none of their counts and lists', async () => {
  const { run } = force()
  const sees = async (persona: PersonaName) => (await everything(persona)).includes(findings[2] ?? '-')
  expect([await sees('chief'), await sees('officerB'), await sees('visitingInspector')]).toEqual([true, false, false])
  const { questions: shown } = await run('visitingInspector', proof, { framework: 'PEEL2016' })
  expect(shown.map(({ findings: own }) => own.length)).toEqual([1, 0, 0, 1, 0])
})

describe('A sample', () => {
  const asked = { measure: 'T-CRIMES', month: '2026-11', inspectorSeed: 5, forceSeed: 9, size: 50 }
  let open = 0
  let sensitive = 0
  let closed = 0

  beforeAll(async () => {
    const { world } = force()
    const at = new Date('2026-11-03T10:00:00Z')
    for (let n = 0; n < 12; n++) open = await world.addOccurrence({ at })
    sensitive = await world.addOccurrence({ at, marking: 'OFFICIAL-SENSITIVE' })
    closed = await world.addOccurrence({ at, compartment: world.compartment })
  })

  test('is drawn from what the inspector may open; of the rest only the count, and nothing of a compartment', async () => {
    const { run } = force()
    const { id, drawn, population, beyond } = await run('visitingInspector', draw, asked)
    expect({ drawn, population, beyond }).toEqual({ drawn: 12, population: 12, beyond: 1 })
    const { rows } = await run('visitingInspector', sample, { id })
    expect(rows.every(({ shown }) => shown !== null)).toBe(true)
    expect(await force().world.owner('SELECT drawn FROM inspector_sample WHERE id = $1', [id])).not.toMatchObject([
      { drawn: expect.arrayContaining([`occurrence:${sensitive}`]) },
    ])
  })

  test('is drawn again from the same numbers, and not from others', async () => {
    const { run, world } = force()
    const idsOf = async (given: object) => {
      const { id } = await run('visitingInspector', draw, { ...asked, size: 5, ...given })
      return (await world.owner<{ drawn: string[] }>('SELECT drawn FROM inspector_sample WHERE id = $1', [id]))[0]
        ?.drawn
    }
    const first = await idsOf({})
    expect(await idsOf({})).toEqual(first)
    expect(await idsOf({ forceSeed: 10 })).not.toEqual(first)
  })

  test('has nothing of a compartment even where whoever draws is inside, since it is kept for others', async () => {
    const { run, world } = force()
    await join('inspectionLead')
    try {
      const { id, population, beyond } = await run('inspectionLead', draw, asked)
      expect([population, beyond]).toEqual([13, 0])
      const [kept] = await world.owner<{ drawn: string[] }>('SELECT drawn FROM inspector_sample WHERE id = $1', [id])
      expect(kept?.drawn).not.toContain(`occurrence:${closed}`)
      // The rows are opened under the eyes of whoever looks: one above their clearance is not.
      const rows = await run('chief', sample, { id })
      expect(rows.rows.filter(({ shown }) => shown === null)).toEqual([])
    } finally {
      await leave('inspectionLead')
    }
  })

  test('shows a row with its trail, and the look itself is in the trail', async () => {
    const { run } = force()
    const { id } = await run('visitingInspector', draw, asked)
    const first = await run('visitingInspector', row, { id, number: 1 })
    expect(first.shown.leftOut).toContain('point on the map')
    const again = await run('visitingInspector', row, { id, number: 1 })
    expect(again.trail[0]).toMatchObject({ event: 'sample.row-opened', by: 'Mr Quill' })
    expect(again.trail).toHaveLength(first.trail.length + 1)
    await expect(run('visitingInspector', row, { id, number: 49 })).rejects.toMatchObject({ kind: 'not-found' })
    expect(open).toBeGreaterThan(0)
  })

  test('of an inspector is open to the force’s leads and auditors, and to nobody else', async () => {
    const { run, world } = force()
    const { id } = await run('visitingInspector', draw, asked)
    for (const persona of ['inspectionLead', 'chief', 'auditor'] as const)
      expect((await run(persona, sample, { id })).sample.by).toBe('Mr Quill')
    await expect(run('sergeantA', sample, { id })).rejects.toMatchObject({ kind: 'forbidden' })
    const lead = await run('inspectionLead', draw, asked)
    await expect(run('visitingInspector', sample, { id: lead.id })).rejects.toMatchObject({ kind: 'not-found' })
    const [line] = await world.owner<{ outcome: string }>(
      `SELECT e.outcome FROM audit_event e JOIN audit_subject s ON s.at = e.at AND s.audit_id = e.id
      WHERE s.subject = $1 AND e.account_id = $2`,
      [lead.id, world.personas.visitingInspector.account],
    )
    expect(line?.outcome).toBe('hidden')
  })
})
