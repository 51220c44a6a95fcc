import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { REPORT, withForce } from '../../../test/world/inspections.ts'
import { importInspectionCommand, importTrackerCommand } from './command-line.ts'

const force = withForce()
let folder = ''
const file = async (name: string, text: string | Buffer) => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frankpledge-inspections-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('import inspection', () => {
  test('--dry-run says what is in the report', async () => {
    const { json, exitCode } = await importInspectionCommand(await file('report.txt', REPORT), true)
    expect(exitCode).toBe(0)
    expect(json).toMatchObject({
      force: 'Barsetshire',
      year: 2016,
      pillar: 'Effectiveness',
      candidates: expect.any(Array),
      warnings: expect.any(Array),
    })
    expect(json['questions']).toMatchObject([
      { number: 1, grade: null, findings: [{ kind: 'afi', text: expect.any(String), due: null }] },
      { number: 2, findings: [{ kind: 'afi' }, { kind: 'afi' }] },
      { number: 3, findings: [] },
      { number: 4, findings: [{ kind: 'afi' }] },
      { number: 5, findings: [] },
    ])
  })
  test('without it nothing is saved: a person must look first', async () => {
    const { exitCode, words } = await importInspectionCommand(await file('report.txt', REPORT), false)
    expect(exitCode).toBe(1)
    expect(words.join(' ')).toContain('before somebody has looked')
    expect(await force().world.owner('SELECT FROM inspection')).toEqual([])
  })
  test('what cannot be read is refused in words', async () => {
    await expect(importInspectionCommand(await file('a.txt', 'Good morning'), true)).rejects.toThrow('INS')
    await expect(importInspectionCommand(await file('a.txt', Buffer.from([0xe9, 0x20, 0xe9])), true)).rejects.toThrow(
      'UTF-8',
    )
    await expect(importInspectionCommand(join(folder, 'none.txt'), true)).rejects.toThrow('cannot be opened')
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(REPORT, 'utf16le')])
    expect((await importInspectionCommand(await file('b.txt', utf16), true)).json['force']).toBe('Barsetshire')
  })
})

describe('import tracker', () => {
  const TRACKER =
    'tracker_id,force,type,short_text,date,state_or_event\n7,Vale,r,Sweep the coast,2017-03-03,awaiting-review\n'
  test('--dry-run saves nothing; without it what is new is saved, once, by nobody', async () => {
    const { world } = force()
    const path = await file('tracker.csv', TRACKER)
    expect((await importTrackerCommand(world.store, path, true)).json).toMatchObject({ ok: true, rows: 1, entries: 0 })
    expect(await world.owner('SELECT FROM national_copy')).toEqual([])
    expect((await importTrackerCommand(world.store, path, false)).json).toMatchObject({ entries: 1, copies: 1 })
    expect((await importTrackerCommand(world.store, path, false)).json).toMatchObject({ entries: 0, alreadyThere: 1 })
    const rows = await world.owner('SELECT entered_by FROM tracker_entry')
    expect(rows).toEqual([{ entered_by: null }])
    const audited = await world.owner("SELECT outcome FROM audit_event WHERE event = 'tracker.imported'")
    expect(audited).toHaveLength(2)
  })
  test('one wrong row and nothing is imported; it says line, column and reason', async () => {
    const path = await file('bad.csv', `${TRACKER}8,Vale,r,Dust,soon,complete\n`)
    const { json, exitCode, words } = await importTrackerCommand(force().world.store, path, false)
    expect(exitCode).toBe(1)
    expect(json).toMatchObject({ ok: false, entries: 0, rejections: [{ line: 3, column: 'date' }] })
    expect(words[0]).toContain('line 3, date')
  })
})
