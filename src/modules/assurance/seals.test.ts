import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealNext, startSealer } from '#platform/audit/sealer.ts'
import { until, untilRun, withJobWorld } from '#platform/jobs/testing/job-world.ts'
import { checkSeals } from './commands/check-seals.ts'
import { verifyAuditJob } from './jobs/verify-audit.ts'
import { searchAudit } from './queries/search-audit.ts'
import { showAuditEntry } from './queries/audit-entry.ts'
import { showSeals } from './queries/seals.ts'
import { asked, inRole } from './testing/asking.ts'

const world = withJobWorld([verifyAuditJob])
const auditor = () => inRole(world(), 'auditor')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frankpledge-seals-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the page of the seals tells of the chain, its lag and its checks; an auditor may ask for one', async () => {
  await world().owner.query(`UPDATE posting SET roles = '{auditor}'; TRUNCATE audit_seal`)
  expect(await asked(world(), auditor(), showSeals, {})).toMatchObject({ last: null, unsealedRows: 0, checks: [] })
  const headsFile = join(folder, 'seal-heads.jsonl')
  const log = { error: (_details: object, message: string) => world().errors.push(message) }
  const sealer = startSealer({ store: world().store, headsFile, seconds: 0.05, log })
  const sealed = await until(
    () => asked(world(), auditor(), showSeals, {}),
    ({ last }) => last !== null,
  )
  expect(sealed.last?.seq).toBeGreaterThan(0)
  await until(() => Promise.resolve(existsSync(headsFile)), Boolean)
  await world().work([verifyAuditJob], { headsFile })
  const check = async () => {
    const { jobRun } = await asked(world(), auditor(), checkSeals, {})
    await untilRun(world(), jobRun, 'done')
    return (await asked(world(), auditor(), showSeals, {})).checks
  }
  // The nightly check may come in between: what one check says, all say.
  for (const one of await check()) expect(one).toMatchObject({ withHeads: true, findings: [] })
  await sealer.stop()
  await world().owner.query(
    `UPDATE audit_event SET purpose = 'something else' WHERE id = (SELECT min(id) FROM audit_event)`,
  )
  const checks = await check()
  expect(checks[0]?.findings).toMatchObject([{ kind: 'rows-changed' }])
  expect(checks.at(-1)?.findings).toEqual([])
  expect(world().errors).toEqual([])
})

test('a line says in which seal it is', async () => {
  const { lines } = await asked(world(), auditor(), searchAudit, { event: 'audit.searched' })
  expect(lines).toEqual([])
  const [line] = (await asked(world(), auditor(), searchAudit, {})).lines
  await until(
    async () => {
      await sealNext(world().store)
      return asked(world(), auditor(), showAuditEntry, { place: line?.place })
    },
    ({ seal }) => seal !== null,
  )
})
