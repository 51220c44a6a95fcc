import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withImports } from '#platform/imports/testing.ts'
import { DEFAULT_KEPT } from '../rules/default-mapping.ts'
import { EXTRACT_KINDS, EXTRACT_KIND_NAMES } from '../rules/kinds/all.ts'
import { extractMapping, mappingFaults } from '../rules/mapping.ts'
import { textFile } from '../testing.ts'
import { importExtract } from './import-extract.ts'

const imports = withImports()
const page = readFileSync(join(resolve(import.meta.dirname, '../../../..'), 'docs/domain/records-extract.md'), 'utf8')
const examples = [...page.matchAll(/`(\w+)\.csv`\n\n```csv\n([\s\S]*?)```/g)].map(([, name = '', text = '']) => ({
  name,
  text,
}))

describe('The page about extracts', () => {
  it('has an example that is imported as it stands', async () => {
    expect(examples.map(({ name }) => name)).toEqual([
      'crimes',
      'people',
      'addresses',
      'roles',
      'links',
      'events',
      'totals',
    ])
    const { report } = await importExtract(imports().context, {
      mapping: DEFAULT_KEPT,
      files: examples.map(({ name, text }) => textFile(`${name}.csv`, text)),
      dryRun: false,
      keepGood: false,
      whole: true,
    })
    expect(report).toMatchObject({ ok: true, loaded: true, totals: { given: 2, agree: 2 }, warnings: [] })
    for (const file of report.files) expect(file.kind).toBe(file.file.replace('.csv', ''))
  })

  it('names every kind of file and every field of it', () => {
    const unnamed = EXTRACT_KIND_NAMES.flatMap((kind) =>
      [`**${kind}**`, ...Object.keys(EXTRACT_KINDS[kind].fields).map((field) => `\`${field}\``)].filter(
        (words) => !page.includes(words),
      ),
    )
    expect(unnamed).toEqual([])
  })

  it('has a mapping that is one', () => {
    const text = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
    expect(mappingFaults(extractMapping.parse(JSON.parse(text)))).toEqual([])
  })
})
