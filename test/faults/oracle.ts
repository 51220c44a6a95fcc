import type { Client } from 'pg'
import type { Ledger, LedgerAgency, LedgerDraft } from './ledger.ts'

interface Told {
  readonly agency: LedgerAgency
  /** As acknowledged before the database was asked. */
  readonly version: number
}

interface ToldDraft {
  readonly draft: LedgerDraft
  readonly acknowledged: number
}

/**
 * Sets the database against what clients were told before this call. Gives what is wrong, in words; nothing is right.
 * Writers may go on meanwhile: what they were told by now must be there, what they are sending may be, once.
 */
export async function compare(client: Client, ledger: Ledger): Promise<string[]> {
  const agencies = ledger.agencies.map((agency) => ({ agency, version: agency.version }))
  const drafts = ledger.drafts.map((draft) => ({ draft, acknowledged: draft.acknowledged }))
  return [
    ...(await compareAgencies(client, agencies, ledger)),
    ...(await compareDrafts(client, drafts)),
    ...(await compareAudit(client, agencies)),
  ]
}

async function compareAgencies(client: Client, told: readonly Told[], ledger: Ledger): Promise<string[]> {
  const { rows } = await client.query<{ id: number; name: string; version: number }>(
    `SELECT id::int, name, version FROM agency WHERE kind = 'voluntary'`,
  )
  const kept = new Map(rows.map((row) => [row.id, row]))
  const wrong: string[] = []
  for (const { agency, version } of told) {
    const { id, name } = agency
    const row = kept.get(id)
    // A change may have been done whose answer has not come: one, since a writer waits for its answers.
    const most = agency.version + (agency.changing ? 1 : 0)
    if (row === undefined) wrong.push(`lost: agency ${id}, ${name}`)
    else if (row.name !== name) wrong.push(`changed: agency ${id} is ${row.name} and not ${name}`)
    else if (row.version < version) wrong.push(`lost: a change of ${name}, version ${row.version} and not ${version}`)
    else if (row.version > most) wrong.push(`doubled: a change of ${name}, version ${row.version} and not ${most}`)
  }
  const names = rows.map((row) => row.name)
  if (new Set(names).size !== names.length) wrong.push('doubled: two agencies have one name')
  for (const name of names) if (!ledger.begun.has(name)) wrong.push(`out of nothing: agency ${name}`)
  return wrong
}

async function compareDrafts(client: Client, told: readonly ToldDraft[]): Promise<string[]> {
  const { rows } = await client.query<{ account: string; key: string; name: string }>(
    `SELECT account_id AS account, key, fields ->> 'name' AS name FROM draft`,
  )
  const kept = new Map(rows.map((row) => [`${row.account} ${row.key}`, Number(row.name)]))
  return told.flatMap(({ draft, acknowledged }) => {
    const count = kept.get(`${draft.account} ${draft.key}`) ?? 0
    if (count < acknowledged) return [`lost: draft ${draft.key}, ${count} and not ${acknowledged}`]
    return count > draft.sent ? [`out of nothing: draft ${draft.key}, ${count} and not ${draft.sent}`] : []
  })
}

/** Each acknowledged adding and change has its entry in the audit. */
async function compareAudit(client: Client, told: readonly Told[]): Promise<string[]> {
  const { rows } = await client.query<{ subject: number; added: number; changed: number }>(
    `SELECT s.subject::int, count(*) FILTER (WHERE e.event = 'agency.added')::int AS added,
      count(*) FILTER (WHERE e.event = 'agency.changed')::int AS changed
    FROM audit_event e JOIN audit_subject s ON s.at = e.at AND s.audit_id = e.id AND s.kind = 'agency'
    WHERE e.event IN ('agency.added', 'agency.changed') AND e.outcome = 'done' GROUP BY s.subject`,
  )
  const logged = new Map(rows.map((row) => [row.subject, row]))
  return told.flatMap(({ agency: { id, name }, version }) => {
    const { added = 0, changed = 0 } = logged.get(id) ?? {}
    if (added === 0) return [`not in the audit: adding ${name}`]
    return changed < version - 1 ? [`not in the audit: ${version - 1 - changed} changes of ${name}`] : []
  })
}
