// `npm run test:postgres15`: every test that touches the database, on Debian's PostgreSQL 15, the oldest version supported.
// Arguments go to vitest in place of the usual folders.
import { prepare } from './prepare.mjs'

const FOLDERS = [
  'src/platform/access',
  'src/platform/audit',
  'src/platform/db',
  'src/platform/disposal',
  'src/platform/imports',
  'src/platform/jobs',
  'src/platform/operations',
  'src/kernel',
  'src/modules',
  'src/reporting',
  'test/access',
  'test/faults',
]
/** About the embedded server itself, which is of another version. */
const EMBEDDED = ['src/platform/db/embedded/**', 'test/faults/full-disk.test.ts']

await prepare()
const { findOrInstallChromium } = await import('../test/setup/chromium.mjs')
const { startDebianPostgres } = await import('../test/setup/debian-postgres.mjs')
const { runVitest } = await import('./vitest.mjs')
const given = process.argv.slice(2)
const server = await startDebianPostgres()
let status = 1
try {
  status = await runVitest(given.length > 0 ? given : [...FOLDERS, ...EMBEDDED.map((glob) => `--exclude=${glob}`)], {
    TEST_DATABASE_OWNER_URL: server.ownerUrl,
    CHROMIUM_PATH: await findOrInstallChromium(),
  })
} finally {
  await server.stop()
}
process.exit(status)
