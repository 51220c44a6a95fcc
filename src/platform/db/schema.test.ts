import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withTestDatabase } from './testing.ts'

const root = resolve(import.meta.dirname, '../../..')

/** `npm run schema` writes the types again; the test compares. */
const verify = process.env['UPDATE_SCHEMA'] === '1' ? [] : ['--verify']

const flags =
  '--dialect=postgres --out-file=src/platform/db/schema.ts --numeric-parser=number --date-parser=string ' +
  '--default-schema=public --include-pattern=public.* --exclude-pattern=*_20*'

describe('The row types', () => {
  const database = withTestDatabase()

  it('are those of the migrated schema', () => {
    const generate = (): string =>
      execFileSync(
        process.execPath,
        [
          resolve(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
          ...flags.split(' '),
          `--url=${database().ownerUrl}`,
          '--type-mapping={"int8":"number","xid8":"string"}',
          ...verify,
        ],
        { cwd: root, encoding: 'utf8', stdio: 'pipe' },
      )
    expect(generate).not.toThrow()
  })
})
