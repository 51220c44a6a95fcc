import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFolderFileStore } from '#platform/files/folder-file-store.ts'
import { withImports } from '#platform/imports/testing.ts'
import type { JobContext } from '#platform/jobs/define.ts'
import { importBoundariesCommand, importPopulationCommand, importStreetCommand } from '../imports/command-line.ts'
import { streetFile, streetLine } from '../imports/street/testing.ts'
import { STREET_COLUMNS } from '../imports/street/header.ts'
import { streetImportJob } from './street-import.ts'

const imports = withImports()
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frankpledge-imports-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('The import job', () => {
  it('takes files from the file store, tells how far it is, and keeps the rejected rows', async () => {
    const files = createFolderFileStore({ folder: join(folder, 'files') })
    const rows = [...Array.from({ length: 10_500 }, () => ({})), { Month: 'never' }]
    const sent = await files.put(await streetFile('june.csv', rows).open())
    const told: (readonly [number, number | null, string])[] = []
    const context: JobContext = {
      ...imports().context,
      store: imports().store,
      files,
      jobRun: '0d9f6d51-70a5-4a3b-a3a2-5b6a3a3a0001',
      headsFile: null,
      person: null,
      personTransaction: () => Promise.reject(new Error('Nobody asked')),
      progress: (...progress) => {
        told.push(progress)
        return Promise.resolve()
      },
    }
    const input = { force: 'thames-valley', files: [{ sha256: sent.sha256, name: 'june.csv' }], keepGood: true }
    const result = await streetImportJob.run(context, streetImportJob.input.parse(input))
    expect(result).toMatchObject({ ok: true, total: { rows: 10_501, rejected: 1 } })
    expect(told).toEqual([[expect.any(Number), null, 'june.csv']])
    const again = await streetImportJob.run(context, streetImportJob.input.parse(input))
    expect(again).toMatchObject({ total: { alreadyPresent: 10_500 } })
    const kept = await files.open(String((result['files'] as { errorFile: string }[])[0]?.errorFile))
    expect((await kept.toArray()).join('')).toContain('“never” is not a month such as 2018-06.')
    expect(streetImportJob.title(streetImportJob.input.parse(input))).toBe('Import of a street file')
  })
})

describe('On the command line', () => {
  const common = { keepGood: false, errorFolder: null, onProgress: () => undefined }
  const path = (name: string) => join(folder, name)

  it('a street file is imported, and the answer says so in words and in JSON', async () => {
    await writeFile(path('good.csv'), `${STREET_COLUMNS.join(',')}\n${streetLine({ 'Crime ID': 'cli' })}\n`)
    const asked = { ...common, paths: [path('good.csv')], force: 'thames-valley' }
    const { json, words, exitCode } = await importStreetCommand(imports().store, asked)
    expect(exitCode).toBe(0)
    expect(json).toMatchObject({
      files: [{ file: 'good.csv', rows: 1 }],
      total: { rows: 1, crimes: 1, asb: 0, rejected: 0 },
    })
    expect(words.join('\n')).toContain('good.csv: 1 rows (1 crimes, 0 anti-social behaviour, 0 rejected)')
  })

  it('a file with a rejected row loads nothing, exits 1, and leaves its error file beside it', async () => {
    const bad = streetLine({ 'Crime type': 'Witchcraft' })
    await writeFile(path('bad.csv'), `${STREET_COLUMNS.join(',')}\n${bad}\n`)
    const asked = { ...common, paths: [path('bad.csv')], force: 'thames-valley' }
    const { words, exitCode } = await importStreetCommand(imports().store, asked)
    expect(exitCode).toBe(1)
    expect(words.join('\n')).toContain('Line 2, column 10 (Crime type): “Witchcraft” is not a crime type')
    expect(words.join('\n')).toContain('Nothing was loaded.')
    expect(await readFile(path('bad.rejected.csv'), 'utf8')).toContain(bad)
  })

  it('a file that is not there is named', async () => {
    const asked = { ...common, paths: [path('gone.csv')], force: 'thames-valley' }
    await expect(importStreetCommand(imports().store, asked)).rejects.toThrow('There is no file')
    await expect(importStreetCommand(imports().store, { ...asked, paths: [] })).rejects.toThrow('at least one file')
  })

  it('boundaries and populations say what was wrong with what they were told', async () => {
    await writeFile(path('x.geojson'), '{}')
    const boundaries = { ...common, paths: [path('x.geojson')], kind: null, source: null, validFrom: null }
    const refused = await importBoundariesCommand(imports().store, boundaries)
    expect([refused.exitCode, refused.words.join('\n')]).toEqual([1, expect.stringContaining('FeatureCollection')])
    const unknown = importBoundariesCommand(imports().store, { ...boundaries, kind: 'parish' })
    await expect(unknown).rejects.toThrow('no kind of area “parish”')
    const undated = importBoundariesCommand(imports().store, { ...boundaries, validFrom: '2016-02-30' })
    await expect(undated).rejects.toThrow('not a date')
    const figures = { ...common, paths: [path('good.csv')], edition: null, source: null }
    const answer = await importPopulationCommand(imports().store, figures)
    expect([answer.exitCode, answer.words.join('\n')]).toEqual([
      1,
      expect.stringContaining("no column with the areas' codes"),
    ])
  })
})
