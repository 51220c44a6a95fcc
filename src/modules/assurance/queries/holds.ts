import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { id, optionalId } from '#platform/forms/fields.ts'
import { about } from '#platform/operations/define.ts'

const PAGE = 50

const hold = z.object({
  id: z.int(),
  kind: z.string(),
  subject: z.string(),
  reason: z.string(),
  placedBy: z.string(),
  placedAt: z.iso.datetime(),
  liftedBy: z.string().nullable(),
  liftedAt: z.iso.datetime().nullable(),
  liftedReason: z.string().nullable(),
})
export type Hold = z.output<typeof hold>

type HoldRow = Omit<Hold, 'placedAt' | 'liftedAt'> & { readonly placedAt: Date; readonly liftedAt: Date | null }

async function readHolds(tx: Tx, where: string, values: readonly unknown[]): Promise<Hold[]> {
  const result = await tx.client.query(
    `SELECT h.id, h.kind, h.subject, h.reason, p.name AS "placedBy", h.placed_at AS "placedAt", l.name AS "liftedBy",
      h.lifted_at AS "liftedAt", h.lifted_reason AS "liftedReason"
    FROM legal_hold h JOIN account p ON p.id = h.placed_by LEFT JOIN account l ON l.id = h.lifted_by
    WHERE ${where}`,
    [...values],
  )
  return rowsAs<HoldRow>(result).map((row) => ({
    ...row,
    placedAt: row.placedAt.toISOString(),
    liftedAt: row.liftedAt?.toISOString() ?? null,
  }))
}

export const listHolds = query({
  name: 'hold.list',
  summary: 'See the legal holds, live ones first',
  input: z.object({ before: optionalId('Hold'), lifted: z.enum(['yes', 'no', '']).optional() }),
  output: z.object({ holds: z.array(hold), next: z.int().nullable(), live: z.int(), showingLifted: z.boolean() }),
  access: { staff: ['records-custodian'] },
  purpose: 'records management',
  audit: {
    event: 'legal-hold.listed',
    subjects: (_input, { holds }) => holds.map((one) => ({ kind: 'legal-hold', id: one.id })),
  },
  async run(tx, { before, lifted }) {
    const showingLifted = lifted === 'yes'
    const holds = await readHolds(
      tx,
      `(h.lifted_at IS NOT NULL) = $1 AND ($2::bigint IS NULL OR h.id < $2) ORDER BY h.id DESC LIMIT ${PAGE + 1}`,
      [showingLifted, before],
    )
    const { rows } = await tx.client.query<{ live: number }>(
      'SELECT count(*) AS live FROM legal_hold WHERE lifted_at IS NULL',
    )
    const shown = holds.slice(0, PAGE)
    const next = holds.length > PAGE ? (shown.at(-1)?.id ?? null) : null
    return { holds: shown, next, live: rows[0]?.live ?? 0, showingLifted }
  },
})

export const showHold = query({
  name: 'hold.show',
  summary: 'Open one legal hold',
  input: z.object({ id: id('Hold') }),
  output: hold,
  access: { staff: ['records-custodian'] },
  purpose: 'records management',
  audit: { event: 'legal-hold.opened', subjects: (_input, found) => [{ kind: 'legal-hold', id: found.id }] },
  async run(tx, input) {
    const [found] = await readHolds(tx, 'h.id = $1', [input.id])
    if (found === undefined) throw new NotFound({ kind: 'legal-hold', id: String(input.id) })
    return found
  },
})

const certificate = z.object({
  id: z.int(),
  rule: z.string(),
  kind: z.string(),
  what: z.string(),
  authority: z.string(),
  olderThan: z.iso.datetime(),
  rows: z.int(),
  held: z.int(),
  subjects: z.array(z.string()),
  disposedAt: z.iso.datetime(),
})

type CertificateRow = Omit<z.output<typeof certificate>, 'olderThan' | 'disposedAt'> & {
  readonly olderThan: Date
  readonly disposedAt: Date
}

export const listCertificates = query({
  name: 'disposal.list',
  summary: 'See what was disposed of, by which rule',
  input: z.object({ before: optionalId('Certificate') }),
  output: z.object({ certificates: z.array(certificate), next: z.int().nullable() }),
  access: { staff: ['records-custodian', 'auditor'] },
  purpose: 'records management',
  audit: { event: 'disposal-certificate.listed', subjects: about.nobody },
  async run(tx, { before }) {
    const result = await tx.client.query(
      `SELECT id, rule, kind, what, authority, older_than AS "olderThan", row_count AS rows, held, subjects,
        disposed_at AS "disposedAt"
      FROM disposal_certificate WHERE $1::bigint IS NULL OR id < $1 ORDER BY id DESC LIMIT ${PAGE + 1}`,
      [before],
    )
    const found = rowsAs<CertificateRow>(result).map((row) => ({
      ...row,
      olderThan: row.olderThan.toISOString(),
      disposedAt: row.disposedAt.toISOString(),
    }))
    const shown = found.slice(0, PAGE)
    return { certificates: shown, next: found.length > PAGE ? (shown.at(-1)?.id ?? null) : null }
  },
})
