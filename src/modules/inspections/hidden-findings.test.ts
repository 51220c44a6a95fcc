import { beforeAll, describe, expect, test } from 'vitest'
import { handOnRecord } from '#kernel/records/hand-on.ts'
import { NotFound } from '#platform/errors/errors.ts'
import type { PersonaName } from '../../../test/world/personas.ts'
import { listInspections, openInspection } from './queries/inspections.ts'
import { openRecommendation } from './queries/recommendations.ts'
import { measures, withForce } from '../../../test/world/inspections.ts'
import { takeTracker } from './trackers/import-tracker.ts'
import { importContext } from '#platform/imports/context.ts'

const force = withForce()
const VISITORS = [
  'chief',
  'commanderA',
  'sergeantA',
  'officerB',
  'member',
  'analyst',
  'auditor',
  'inspectionLead',
] as const

const REPORT_WITH_PARTS = [
  'Vale PEEL 2016',
  'Effectiveness',
  'How effective is the force at keeping people safe and reducing crime?',
  'How effective is the force at tackling serious and organised crime?',
  'The force watches its coast.',
  'Cause of concern',
  'The force loses its maps of the coast.',
  'Recommendations',
  '- The force should draw them again by 31 March 2018.',
  '- The force should hang them up.',
  'Areas for improvement',
  '- The force should meet the harbour masters.',
].join('\n')

let inspection = ''
/** The cause, its two recommendations and an area for improvement. */
let ids: readonly string[] = []
/** Who sees the second to the fourth; everybody sees the first. */
const SEES: readonly (readonly PersonaName[])[] = [
  VISITORS,
  ['member'],
  ['chief', 'commanderA', 'sergeantA', 'analyst', 'inspectionLead'],
  ['chief', 'commanderA', 'sergeantA', 'member', 'analyst', 'auditor', 'inspectionLead'],
]

beforeAll(async () => {
  const { save, world, run, seen } = force()
  const saved = await save(REPORT_WITH_PARTS)
  inspection = saved.id
  ids = saved.findings
  const [, inCompartment = '', ofTeam = '', sensitive = ''] = ids
  const guards = `UPDATE $t SET compartment_id = $2 WHERE $k = $1`
  for (const [table, key] of [
    ['record', 'id'],
    ['finding', 'id'],
    ['timeline_entry', 'record_id'],
  ])
    await world.owner(guards.replace('$t', table ?? '').replace('$k', key ?? ''), [inCompartment, world.compartment])
  const reason = 'Only for them'
  await run('inspectionLead', handOnRecord, {
    kind: 'finding',
    ...(await seen(ofTeam)),
    unit: world.units.teamA,
    marking: 'OFFICIAL',
    reason,
  })
  await run('inspectionLead', handOnRecord, {
    kind: 'finding',
    ...(await seen(sensitive)),
    marking: 'OFFICIAL-SENSITIVE',
    reason,
    owner: 'N-inspectionLead',
  })
})

const seenBy = (persona: PersonaName) => ids.filter((_, index) => SEES[index]?.includes(persona))

describe.each(VISITORS)('To %s', (persona) => {
  test('the list, its counts, its filters and its colours are of what they may open', async () => {
    const { findings } = force()
    const list = await findings(persona)
    const open = seenBy(persona)
    expect(list.findings.map(({ id }) => id).toSorted()).toEqual([...open].toSorted())
    expect(list.total).toBe(open.length)
    expect(Object.values(list.standing).reduce((sum, each) => sum + each, 0)).toBe(open.length)
    const owners = list.owners.map(({ text }) => text)
    expect(owners.includes('Ms Voss')).toBe(SEES[3]?.includes(persona))
  })

  test('the inspection shows and counts only those, and a cause of concern only its open recommendations', async () => {
    const { run, open } = force()
    const { findings } = await run(persona, openInspection(measures), { id: inspection })
    expect(findings.map(({ id }) => id).toSorted()).toEqual([...seenBy(persona)].toSorted())
    const { inspections } = await run(persona, listInspections(measures), {})
    expect(inspections.map((each) => each.findings)).toEqual([seenBy(persona).length])
    const cause = await open(ids[0] ?? '', persona)
    expect(cause.detail.parts.map(({ id }) => id)).toEqual(seenBy(persona).filter((id) => ids.slice(1, 3).includes(id)))
  })

  test('a hidden finding is nothing at its own address', async () => {
    for (const [index, id] of ids.entries()) {
      const opened = force().open(id, persona)
      if (SEES[index]?.includes(persona)) expect((await opened).id).toBe(id)
      else await expect(opened).rejects.toBeInstanceOf(NotFound)
    }
  })
})

test('evidence in a compartment counts only for those who are in it', async () => {
  const { evidence, world, open } = force()
  await evidence(ids[0] ?? '', '2026-11-01', 90, world.compartment)
  expect((await open(ids[0] ?? '', 'member')).evidence).toMatchObject({ count: 1, freshness: 'fresh' })
  for (const persona of VISITORS.filter((each) => each !== 'member'))
    expect((await open(ids[0] ?? '', persona)).evidence).toEqual({ count: 0, freshness: 'none', newest: null })
})

test('our copy of a national recommendation names its finding only to those who may open it', async () => {
  const { world, run } = force()
  const csv = 'tracker_id,force,type,short_text,date,state_or_event\n1,Vale,r,Draw maps,2017-03-03,awaiting-review'
  await importContext(world.store, 'system:tracker-import', 'test').transaction(async (tx) => ({
    value: await takeTracker(tx, csv, false),
    audit: [],
  }))
  await world.owner('UPDATE national_copy SET finding_id = $1', [ids[1]])
  const rows = await world.owner<{ id: string }>('SELECT id FROM national_recommendation')
  for (const persona of VISITORS) {
    const { copies } = await run(persona, openRecommendation, { id: rows[0]?.id })
    expect([persona, copies[0]?.finding !== null]).toEqual([persona, persona === 'member'])
  }
})
