import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { Forbidden } from '#platform/errors/errors.ts'
import { linkRecommendation } from '../commands/link-recommendation.ts'
import { listRecommendations, openRecommendation } from '../queries/recommendations.ts'
import { withForce } from '../../../../test/world/inspections.ts'
import { importTracker } from './import-tracker.ts'
import { readTracker } from './read-tracker.ts'

const force = withForce()
const today = getCivilDate('2026-11-23')
const HEADING = 'tracker_id,force,type,short_text,date,state_or_event'
const csv = (...lines: readonly string[]) => [HEADING, ...lines].join('\n')
const VALE = '12,Vale,"cause of concern, recommendation 5",Draw the coast by September 2017,'
const WESSEX = '13,Wessex,"cause of concern, recommendation 5",Draw the coast by September 2017,'
const TRACKER = csv(
  `${VALE}2017-03-03,awaiting-review`,
  `${VALE}2018-09-18,complete`,
  `${WESSEX}2017-03-03,awaiting-review`,
  `${WESSEX}2018-03-27,being-progressed`,
  `${WESSEX}2018-06-01,comment`,
)

describe('A tracker’s file', () => {
  test('is read line by line, with the words of the inspectorate’s states however they are written', () => {
    const { rows, rejections } = readTracker(csv('8,Kent,r,Do it,2017-03-03,Awaiting Review'), today)
    expect(rejections).toEqual([])
    expect(rows).toEqual([expect.objectContaining({ number: '8', force: 'Kent', status: 'awaiting-review', line: 2 })])
  })
  test('names line, column and reason of each wrong row', () => {
    const { rejections } = readTracker(
      csv(
        '8,Kent,r,Do it,3 March 2017,awaiting-review',
        '8,Kent,r,Do it,2017-03-03,forgotten',
        '8,,r,Do it,2017-03-03,complete',
        '8,Kent,r,Do it,2030-03-03,complete',
        '9,Kent,r,Do that,2017-03-03,complete',
        '9,Surrey,r,Do that,2017-03-03,complete',
      ),
      today,
    )
    expect(rejections.map(({ line, column }) => [line, column])).toEqual([
      [2, 'date'],
      [3, 'state_or_event'],
      [4, 'force'],
      [5, 'date'],
      [7, 'tracker_id'],
    ])
    expect(readTracker('a,b\n1,2', today).rejections[0]?.reason).toContain('There is no column tracker_id')
    expect(readTracker(HEADING, today).rejections).toHaveLength(1)
    expect(readTracker('', today).rejections.length).toBeGreaterThan(0)
    expect(readTracker(csv('8,"Kent,r,Do it,2017-03-03,complete'), today).rejections[0]?.reason).toContain('no CSV')
  })
})

describe('A tracker', () => {
  test('is imported: one text, a copy for each force with its own number and dated history', async () => {
    const { run } = force()
    await expect(run('sergeantA', importTracker, { file: TRACKER })).rejects.toBeInstanceOf(Forbidden)
    expect(await run('inspectionLead', importTracker, { file: TRACKER })).toEqual({
      rows: 5,
      recommendations: 1,
      copies: 2,
      entries: 5,
      alreadyThere: 0,
    })
    const { recommendations } = await run('officerB', listRecommendations, {})
    expect(recommendations).toMatchObject([
      {
        raisedOn: '2017-03-03',
        due: '2017-09-30',
        copies: 2,
        complete: 1,
        ours: { number: '12', months: 18, long: true },
      },
    ])
    const { copies } = await run('officerB', openRecommendation, { id: recommendations[0]?.id })
    expect(copies.map(({ force: name, ours, status, entries }) => [name, ours, status, entries.length])).toEqual([
      ['Vale', true, 'complete', 2],
      ['Wessex', false, 'being-progressed', 3],
    ])
  })

  test('a second time adds nothing; a longer one adds its new lines', async () => {
    const { run } = force()
    expect(await run('inspectionLead', importTracker, { file: TRACKER })).toMatchObject({ entries: 0, alreadyThere: 5 })
    const longer = `${TRACKER}\n${WESSEX}2018-12-18,complete`
    expect(await run('chief', importTracker, { file: longer })).toMatchObject({
      recommendations: 0,
      copies: 0,
      entries: 1,
      alreadyThere: 5,
    })
  })

  test('that says otherwise than what is kept, or has one wrong row, imports nothing', async () => {
    const { run, world } = force()
    const count = async () => (await world.owner('SELECT FROM tracker_entry')).length
    const before = await count()
    for (const [line, words] of [
      ['12,Wessex,r,Something else,2017-03-03,complete', 'is kept already, of Vale'],
      [VALE.replace('12,', '99,') + '2017-03-03,complete', 'is kept with the number 12'],
      ['77,Kent,r,Do,yesterday,complete', 'is no date'],
    ] as const) {
      const file = `${csv('78,Kent,r,Sweep,2017-03-03,complete')}\n${line}`
      await expect(run('inspectionLead', importTracker, { file })).rejects.toMatchObject({
        fields: { file: expect.stringContaining(words) },
      })
    }
    expect(await count()).toBe(before)
  })

  test('our copy is linked to our own finding by its reference', async () => {
    const { run, save, open } = force()
    const { findings } = await save()
    const finding = await open(findings[0] ?? '')
    const { recommendations } = await run('inspectionLead', listRecommendations, {})
    const [{ id, ours } = { id: '', ours: null }] = recommendations
    const link = (reference: string) =>
      run('inspectionLead', linkRecommendation, { id, copy: ours?.id, finding: reference })
    await expect(link('FIN-0000-0000')).rejects.toMatchObject({ fields: { finding: expect.any(String) } })
    await link(finding.reference.toLowerCase())
    const { copies } = await run('inspectionLead', openRecommendation, { id })
    expect(copies[0]?.finding).toEqual({ id: finding.id, title: finding.title })
    expect((await open(finding.id)).detail.national).toEqual([{ id, title: expect.any(String), number: '12' }])
  })
})

test('the tracker that was collected from the inspectorate’s pages is read whole', (context) => {
  const folder = process.env['FRANKPLEDGE_SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../../../shared/data')
  const path = join(folder, 'peel/peel_tracker.csv')
  if (!existsSync(path)) return context.skip('not there (set FRANKPLEDGE_SHARED_DATA to the folder that has it)')
  const { rows, rejections } = readTracker(readFileSync(path, 'utf8'), today)
  expect(rejections).toEqual([])
  expect(new Set(rows.map(({ number }) => number)).size).toBe(6)
})
