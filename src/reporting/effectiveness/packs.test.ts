import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { WHOLE_REPORT } from '#modules/inspections/report/testing.ts'
import { addStatement, makeJudgement } from '#modules/inspections/index.ts'
import { startDownload } from '#platform/operations/run.ts'
import { withForce } from '../../../test/world/inspections.ts'
import type { PersonaName } from '../../../test/world/personas.ts'
import { exportPack, listPacks, openPack } from './packs/pack-operations.ts'
import { operations, reportOfVale, statementsOf } from './testing.ts'

const force = withForce()
const { pack, questions, question, chief, proof } = operations
const FRAMEWORK = { framework: 'PEEL2016' }

beforeAll(async () => {
  const { save, run, world, evidence } = force()
  const { findings } = await save(reportOfVale(WHOLE_REPORT))
  await evidence(findings[0] ?? '', '2026-11-20', 90)
  await run('inspectionLead', makeJudgement, {
    question: 'PEEL2016/E1',
    text: 'Plans are written & looked at <again>.',
    grade: 'Good',
    version: 0,
  })
  await run('chief', addStatement, {
    question: 'PEEL2016/E5',
    kind: 'gap',
    text: 'Two posts are not filled on nights.',
    marking: 'OFFICIAL-SENSITIVE',
  })
  await world.owner(
    `INSERT INTO finding_claim (id, finding_id, claimed_by, claimed_at, held, rank, reason, shown, marking)
    VALUES (gen_random_uuid(), $1, $2, $3, false, 'Chief officer', 'The figures come late.', 'Nothing was measured.', 'OFFICIAL')`,
    [findings[3], world.personas.chief.account, world.store.clock.now()],
  )
  await world.owner(
    `INSERT INTO measure_value (measure, version, month, numerator, computed_at) VALUES ('T-CRIMES', 1, '2026-10-01', 7, $1)`,
    [world.store.clock.now()],
  )
})

const take = async (persona: PersonaName, id: string) => {
  const { world } = force()
  const call = { who: await world.signIn(persona), request: { requestId: 'r', origin: 'test' }, input: { id } }
  const { fileName, body } = await startDownload(world.store, exportPack, call)
  return { fileName, files: unzipSync(new Uint8Array(await buffer(body))) }
}
const documentOf = (files: Record<string, Uint8Array>) => strFromU8(files['word/document.xml'] ?? new Uint8Array())

describe('An evidence pack', () => {
  test('holds both grades apart, every version, gaps, overrides, figures with their snapshots, sources and its maker', async () => {
    const { run, world } = force()
    const { id } = await run('inspectionLead', pack, FRAMEWORK)
    const { content } = await run('inspectionLead', openPack, { id })
    expect(content).toMatchObject({
      force: 'Vale',
      marking: 'OFFICIAL-SENSITIVE',
      madeBy: { name: 'Ms Voss', clearance: 'OFFICIAL-SENSITIVE' },
      frozenAt: '2026-11-23T12:00:00.000Z',
      overridden: [{ by: 'CC Ward', reason: 'The figures come late.', shown: 'Nothing was measured.' }],
    })
    expect(content.questions[0]).toMatchObject({
      judgements: [{ grade: 'Good', by: 'Ms Voss' }],
      theirs: { grade: null },
    })
    expect(content.questions[4]?.gaps).toMatchObject([{ text: 'Two posts are not filled on nights.' }])
    const [measure] = content.measures
    expect(measure).toMatchObject({ code: 'T-CRIMES', figures: [{ numerator: 7 }] })
    const [kept] = await world.owner('SELECT numerator, subject_id FROM measure_snapshot WHERE id = $1', [
      measure?.snapshot,
    ])
    expect(kept).toEqual({ numerator: 7, subject_id: id })
  })

  test('says the same in a word processor, with the marking and the maker on every page', async () => {
    const { run } = force()
    const { id } = await run('inspectionLead', pack, FRAMEWORK)
    const { fileName, files } = await take('inspectionLead', id)
    expect(fileName).toBe('OFFICIAL-SENSITIVE evidence pack PEEL2016.docx')
    const words = documentOf(files).replaceAll(/<[^>]+>/g, ' ')
    for (const said of [
      'Ms Voss’s clearance',
      'Frozen at 12:00, Monday 23 November 2026',
      'Two posts are not filled on nights.',
      'The figures come late.',
      'Plans are written &amp; looked at &lt;again&gt;.',
      id,
    ])
      expect(words).toContain(said)
    const part = (name: RegExp) =>
      Object.keys(files)
        .filter((path) => name.test(path))
        .map((path) => strFromU8(files[path] ?? new Uint8Array()))
        .join('')
    expect(part(/header\d*\.xml$/)).toContain('OFFICIAL-SENSITIVE')
    expect(part(/footer\d*\.xml$/)).toContain('Made by Ms Voss')
  })

  test('is the same document for the same frozen pack, whatever has changed since', async () => {
    const { run, world } = force()
    const { id } = await run('inspectionLead', pack, FRAMEWORK)
    const digest = async () =>
      createHash('sha256')
        .update(documentOf((await take('inspectionLead', id)).files))
        .digest('hex')
    const before = await digest()
    await world.owner(`UPDATE measure_value SET numerator = 99`)
    await world.owner(`UPDATE finding SET text = 'Rewritten'`)
    await world.moveTo('2026-11-23T13:00:00Z')
    expect(await digest()).toBe(before)
    await world.moveTo('2026-11-23T12:00:00Z')
  })

  test('is opened by its maker alone, and not above the clearance that they have by then', async () => {
    const { run, world } = force()
    const { id } = await run('inspectionLead', pack, FRAMEWORK)
    for (const persona of ['chief', 'commanderA'] as const)
      await expect(run(persona, openPack, { id })).rejects.toMatchObject({ kind: 'not-found' })
    await expect(run('auditor', openPack, { id })).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await run('chief', listPacks, {})).packs).toEqual([])
    const clearance = (level: string) =>
      world.owner('UPDATE account SET clearance = $2 WHERE id = $1', [world.personas.inspectionLead.account, level])
    await clearance('OFFICIAL')
    await expect(run('inspectionLead', openPack, { id })).rejects.toMatchObject({ kind: 'not-found' })
    const { id: lower } = await run('inspectionLead', pack, FRAMEWORK)
    const { content } = await run('inspectionLead', openPack, { id: lower })
    expect(content).toMatchObject({ marking: 'OFFICIAL', madeBy: { clearance: 'OFFICIAL' } })
    expect(JSON.stringify(content)).not.toContain('Two posts')
    await clearance('OFFICIAL-SENSITIVE')
  })

  test('is made and taken out only with fresh proof of who asks', async () => {
    const { run, world } = force()
    const { id } = await run('inspectionLead', pack, FRAMEWORK)
    const who = await world.signIn('inspectionLead')
    await world.moveTo('2026-11-23T12:06:00Z')
    const call = { who, request: { requestId: 'r', origin: 'test' }, input: { id } }
    await expect(startDownload(world.store, exportPack, call)).rejects.toMatchObject({ reason: 'step-up' })
    await world.moveTo('2026-11-23T12:00:00Z')
  })
})

test('Pages send few statements, however much there is', async () => {
  const { world } = force()
  const count = async (persona: PersonaName, query: (typeof operations)['chief' | 'proof' | 'questions']) =>
    (await statementsOf(world.store, await world.signIn(persona), (tx) => query.run(tx, { framework: 'PEEL2016' })))
      .length
  expect(await count('chief', chief)).toBeLessThanOrEqual(16)
  expect(await count('chief', questions)).toBeLessThanOrEqual(13)
  expect(await count('visitingInspector', proof)).toBeLessThanOrEqual(16)
  const one = await statementsOf(world.store, await world.signIn('chief'), (tx) =>
    question.run(tx, { framework: 'PEEL2016', code: 'E1' }),
  )
  expect(one.length).toBeLessThanOrEqual(14)
})
