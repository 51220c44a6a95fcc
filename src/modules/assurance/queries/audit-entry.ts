import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { entryPlace, instant } from './audit-filter.ts'
import { auditLine, readLines } from './audit-lines.ts'

/** Subjects shown on the page of one line. */
const SUBJECTS = 200

export const showAuditEntry = query({
  name: 'audit.show',
  summary: 'Open one line of the audit',
  input: z.object({ place: entryPlace }),
  output: z.object({
    line: auditLine,
    /** The seal that covers it; null while it is not sealed. */
    seal: z.object({ seq: z.int(), sealedAt: z.iso.datetime() }).nullable(),
  }),
  access: { staff: ['auditor'] },
  purpose: 'audit',
  audit: { event: 'audit.opened', subjects: (_input, { line }) => [{ kind: 'audit-entry', id: line.place }] },
  async run(tx, { place }) {
    const at = instant(place.moment)
    const [line] = await readLines(
      tx,
      `SELECT e.* FROM audit_event e WHERE e.at = ${at} AND e.id = ${place.id}`,
      SUBJECTS,
    )
    if (line === undefined) throw new NotFound({ kind: 'audit-entry', id: `${place.moment}-${place.id}` })
    const { rows } = await tx.client.query<{ seq: number; sealed_at: Date }>(
      `SELECT s.seq, s.sealed_at FROM audit_event e JOIN audit_seal s
        ON s.era = e.era AND e.xact >= s.from_xact AND e.xact < s.to_xact
      WHERE e.at = ${at} AND e.id = ${place.id}`,
    )
    const seal = rows[0]
    return { line, seal: seal === undefined ? null : { seq: seal.seq, sealedAt: seal.sealed_at.toISOString() } }
  },
})
