import { DEMONSTRATION_ISSUER } from '#kernel/access/demonstration.ts'
import { isRole, type Role } from '#kernel/access/roles.ts'
import { asGate } from '#platform/db/gate.ts'
import type { Store } from '#platform/db/transaction.ts'

/** Somebody whom anybody may be in the demonstration. */
export interface Persona {
  readonly subject: string
  readonly name: string
  readonly post: string
  readonly unit: string
  /** What they would see, in words. */
  readonly sees: string
}

const MOST = 24

const SEES = {
  officer: 'the work of their area, and their own',
  supervisor: 'the work of their team and its area',
  commander: 'the whole of their policing area',
  'chief-officer': 'the whole force and its figures',
  analyst: 'patterns and figures',
  administrator: 'agencies, units, people, postings and areas',
  auditor: 'who read and changed what',
  'records-custodian': 'legal holds, review and disposal',
  'identity-reviewer': 'records that may be of one and the same person',
  'inspection-lead': 'inspections, findings and their evidence',
  'witness-care': 'victims and witnesses from charge to the end of the case',
  partner: 'what is shared with their agency',
  'visiting-inspector': 'what is shown for an inspection, and nothing else',
} as const satisfies Record<Role, string>

interface PersonaRow {
  subject: string
  name: string
  title: string
  unit: string
  roles: string[]
  force_wide: boolean
}

/** The personas, those with the widest view first; none at all unless the database is marked as a demonstration. */
export async function listPersonas(store: Store): Promise<Persona[]> {
  const rows = await asGate(store, async (client, now) => {
    const answer = await client.query<PersonaRow>(
      `SELECT DISTINCT ON (a.id) a.subject, a.name, p.title, u.name AS unit, p.roles, p.force_wide
      FROM account a JOIN installation ON demonstration JOIN posting p ON p.account_id = a.id JOIN unit u ON u.id = p.unit_id
      WHERE a.issuer = $1 AND (a.left_at IS NULL OR a.left_at > $2)
        AND ($2::timestamptz AT TIME ZONE 'Europe/London')::date BETWEEN p.starts AND coalesce(p.ends, 'infinity')
      ORDER BY a.id, p.starts DESC LIMIT ${MOST}`,
      [DEMONSTRATION_ISSUER, now],
    )
    return answer.rows
  })
  return rows.toSorted(byReach).map((row) => ({
    subject: row.subject,
    name: row.name,
    post: row.title,
    unit: row.unit,
    sees: seenBy(row),
  }))
}

/** In the words of the role that shows most. */
function seenBy(row: PersonaRow): string {
  const role = ORDER[rank(row)]
  const own = role === undefined ? 'nothing yet' : SEES[role]
  return `Sees ${own}${row.force_wide && role !== 'chief-officer' ? ', in the whole force' : ''}`
}

function byReach(a: PersonaRow, b: PersonaRow): number {
  return rank(a) - rank(b) || a.name.localeCompare(b.name, 'en-GB')
}

const ORDER: readonly Role[] = [
  'chief-officer',
  'commander',
  'supervisor',
  'officer',
  'analyst',
  'inspection-lead',
  'visiting-inspector',
  'partner',
  'auditor',
  'records-custodian',
  'identity-reviewer',
  'administrator',
]

function rank({ roles }: PersonaRow): number {
  const ranks = roles.filter(isRole).map((role) => ORDER.indexOf(role))
  return Math.min(ORDER.length, ...ranks)
}
