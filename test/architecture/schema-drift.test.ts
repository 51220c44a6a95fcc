import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { makeTemporaryFolder } from '../setup/temporary-folder.ts'
import { root } from './sources.ts'

const database = withTestDatabase()

const OPTIONS = {
  dialect: 'postgres',
  'include-pattern': 'public.*',
  'exclude-pattern': '{*_20*,*_past}',
  'numeric-parser': 'number',
  'date-parser': 'string',
  'type-mapping': '{"int8":"number","xid8":"string"}',
  'log-level': 'error',
}

test('The row types are those of the migrated database', () => {
  const folder = makeTemporaryFolder('schema')
  try {
    const file = join(folder.path, 'schema.ts')
    const program = join(
      dirname(createRequire(import.meta.url).resolve('kysely-codegen/package.json')),
      'dist/cli/bin.js',
    )
    const options = Object.entries({ ...OPTIONS, url: database().ownerUrl, 'out-file': file })
    execFileSync(process.execPath, [program, ...options.flatMap(([name, value]) => [`--${name}`, value])], {
      stdio: 'pipe',
    })
    const generated = readFileSync(file, 'utf8')
    const kept = join(root, 'src/platform/db/schema.ts')
    if (process.env['SCHEMA'] === 'write') writeFileSync(kept, generated)
    const again = 'Generate src/platform/db/schema.ts again: npm run schema'
    expect(generated === readFileSync(kept, 'utf8'), again).toBe(true)
  } finally {
    folder.remove()
  }
})
