import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Reader } from '#platform/access/reader.ts'
import type { AuditOutcome, Subject } from '#platform/audit/entry.ts'
import { transaction } from '#platform/db/transaction.ts'
import { Forbidden, Invalid, NotFound } from '#platform/errors/errors.ts'
import { withJobWorld } from '#platform/jobs/testing/job-world.ts'
import { startDownload } from '#platform/operations/run.ts'
import { exportAudit } from './downloads/export-audit.ts'
import { showAuditEntry } from './queries/audit-entry.ts'
import { searchAudit } from './queries/search-audit.ts'
import { addAccount, asked, inRole } from './testing/asking.ts'

const world = withJobWorld([])
const auditor = () => inRole(world(), 'auditor')
const search = (input: object, reader: Reader = auditor()) => asked(world(), reader, searchAudit, input)

interface Logged {
  readonly reader?: Reader
  readonly event?: string
  readonly outcome?: AuditOutcome
  readonly subjects?: readonly Subject[]
  readonly purpose?: string
}
async function log({
  reader = world().ellis,
  event = 'document.opened',
  outcome = 'done',
  subjects = [],
  purpose = 'neighbourhood review',
}: Logged) {
  await transaction(
    world().store,
    { reader },
    { requestId: 'logged', purpose, origin: '127.0.0.1' },
    async (entered) => {
      await entered.open()
      return { value: undefined, audit: [{ event, outcome, subjects }] }
    },
  )
}

const mills = { id: randomUUID(), name: 'PC Mills', number: '882' }
let asMills: Reader
beforeEach(async () => {
  await world().owner.query(`DELETE FROM account WHERE name <> 'PS Ellis'`)
  await addAccount(world(), mills)
  asMills = { ...world().ellis, account: mills.id, name: mills.name, posting: null }
})

describe('the audit', () => {
  test('is found by subject: whoever looked at it, however they came to it', async () => {
    await log({ subjects: [{ kind: 'document', id: 'd1' }] })
    await log({
      reader: asMills,
      event: 'document.listed',
      subjects: [
        { kind: 'document', id: 'd1' },
        { kind: 'document', id: 'd2' },
      ],
    })
    await log({ subjects: [{ kind: 'document', id: 'd2' }] })
    const { lines } = await search({ kind: 'document', subject: 'd1' })
    expect(lines.map(({ who, event, subjectCount }) => [who, event, subjectCount])).toEqual([
      ['PC Mills', 'document.listed', 2],
      ['PS Ellis', 'document.opened', 1],
    ])
    await expect(search({ subject: 'd1' })).rejects.toThrow(Invalid)
  })

  test('is found by reader: by number, by name, by account, leavers too', async () => {
    await log({ reader: asMills })
    await log({})
    await world().owner.query('UPDATE account SET left_at = now() WHERE id = $1', [mills.id])
    for (const reader of ['882', 'mills', mills.id]) {
      const found = await search({ reader })
      expect(found.lines).toMatchObject([{ who: 'PC Mills', left: true, account: mills.id }])
      expect(found.reader).toMatchObject({ id: mills.id, number: '882' })
    }
    expect(await search({ reader: 'nobody of that name' })).toMatchObject({ lines: [], candidates: [], reader: null })
  })

  test('asks whom one means where a name is not clear, and takes signs in it as they stand', async () => {
    await addAccount(world(), { id: randomUUID(), name: 'DC Millson' })
    const { lines, candidates } = await search({ reader: 'mill' })
    expect(lines).toEqual([])
    expect(candidates.map(({ name }) => name)).toEqual(['DC Millson', 'PC Mills'])
    expect((await search({ reader: '%' })).candidates).toEqual([])
    expect((await search({ reader: '\\' })).candidates).toEqual([])
  })

  test('is found by event, outcome and days', async () => {
    const start = world().clock.now().toISOString()
    await log({ event: 'document.withdrawn' })
    await log({ outcome: 'refused' })
    const day = start.slice(0, 10)
    expect((await search({ event: 'document.withdrawn' })).lines).toHaveLength(1)
    expect((await search({ outcome: 'refused' })).lines).toMatchObject([{ outcome: 'refused' }])
    expect((await search({ from: day, event: 'document.opened' })).lines).toHaveLength(1)
    expect((await search({ to: '2026-01-01', from: '2025-12-31' })).lines).toEqual([])
    await expect(search({ outcome: 'splendid' })).rejects.toThrow(Invalid)
    await expect(search({ before: 'DROP TABLE' })).rejects.toThrow(Invalid)
  })

  test('is shown fifty a page, none twice and none left out, though all happened at one moment', async () => {
    for (let number = 0; number < 120; number++)
      await log({ reader: asMills, subjects: [{ kind: 'document', id: 'd1' }] })
    for (const input of [{ kind: 'document', subject: 'd1' }, { reader: '882' }, { event: 'document.opened' }]) {
      const seen: string[] = []
      let before: string | null = ''
      for (let page = 0; before !== null; page++) {
        expect(page).toBeLessThan(3)
        const found: Awaited<ReturnType<typeof search>> = await search({ ...input, before })
        seen.push(...found.lines.map(({ place }) => place))
        before = found.next
      }
      expect([seen.length, new Set(seen).size]).toEqual([120, 120])
    }
  })

  test('keeps that somebody read it, under whom or what they looked for', async () => {
    await search({ kind: 'document', subject: 'd1', reader: '882' })
    const { rows } = await world().owner.query(
      `SELECT e.event, e.account_id, array_agg(s.kind || ' ' || s.subject ORDER BY s.kind) AS subjects
      FROM audit_event e JOIN audit_subject s ON s.at = e.at AND s.audit_id = e.id GROUP BY 1, 2`,
    )
    expect(rows).toEqual([
      { event: 'audit.searched', account_id: world().ellis.account, subjects: [`account ${mills.id}`, 'document d1'] },
    ])
  })

  test('is for auditors only, by the operation and by the database; the attempt is logged', async () => {
    await log({})
    await expect(search({}, inRole(world(), 'administrator', 'records-custodian'))).rejects.toThrow(Forbidden)
    const { rows } = await world().owner.query(`SELECT outcome FROM audit_event WHERE event = 'audit.searched'`)
    expect(rows).toEqual([{ outcome: 'refused' }])
    const seen = await transaction(
      world().store,
      { reader: world().ellis },
      { requestId: '', purpose: '', origin: '' },
      async (entered) => {
        const tx = await entered.open()
        return { value: (await tx.client.query('SELECT FROM audit_event')).rowCount, audit: [] }
      },
    )
    expect(seen).toBe(0)
  })
})

describe('one line of the audit', () => {
  test('opens with everything it says, and the names of today', async () => {
    await log({ reader: asMills, subjects: [{ kind: 'account', id: world().ellis.account ?? '' }] })
    const [line] = (await search({ reader: '882' })).lines
    const opened = await asked(world(), auditor(), showAuditEntry, { place: line?.place })
    expect(opened).toMatchObject({
      line: { who: 'PC Mills', subjects: [{ kind: 'account', name: 'PS Ellis' }], purpose: 'neighbourhood review' },
      seal: null,
    })
  })

  test('that is not there says so, whatever the address', async () => {
    await expect(asked(world(), auditor(), showAuditEntry, { place: '1-1' })).rejects.toThrow(NotFound)
    await expect(
      asked(world(), auditor(), showAuditEntry, { place: '99999999999999999-999999999999999' }),
    ).rejects.toThrow(NotFound)
    await expect(asked(world(), auditor(), showAuditEntry, { place: 'x' })).rejects.toThrow(Invalid)
  })
})

test('the file for a spreadsheet runs no formula, and its making is logged before and after', async () => {
  await log({
    reader: asMills,
    purpose: '=HYPERLINK("http://elsewhere")',
    subjects: [{ kind: 'document', id: 'a, "b"' }],
  })
  const call = {
    who: { reader: auditor() },
    request: { requestId: 'test', origin: 'test' },
    input: { reader: mills.id },
  }
  const download = await startDownload(world().store, exportAudit, call)
  const csv = await text(download.body)
  expect(download).toMatchObject({ fileName: 'OFFICIAL-SENSITIVE audit.csv', rows: 1 })
  expect(csv.split('\r\n')[1]).toContain(`"document a, ""b""",1,"'=HYPERLINK(""http://elsewhere"")",127.0.0.1,logged`)
  await expect
    .poll(
      async () =>
        (await world().owner.query(`SELECT outcome FROM audit_event WHERE event = 'audit.exported' ORDER BY id`)).rows,
    )
    .toEqual([{ outcome: 'intended' }, { outcome: 'done' }])
})
