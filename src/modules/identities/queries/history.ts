import { z } from 'zod'
import { rowsAs } from '#platform/edge.ts'
import { id } from '#platform/forms/fields.ts'
import { query } from '#kernel/operations.ts'
import { conflict, conflictsOf } from './conflicts.ts'
import { sideOf, sideView } from './side.ts'

const change = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(['merged', 'split']),
  by: z.string().nullable(),
  second: z.string().nullable(),
  reason: z.string(),
  proposal: z.string(),
  left: z.string(),
  right: z.string(),
  /** What it joined is joined still. */
  stands: z.boolean(),
})
export type ChangeView = z.output<typeof change>

export const identityHistory = query({
  name: 'identity.history',
  summary: 'See which records are shown as one, who put them together or parted them, and why',
  input: z.object({ id: id('Record') }),
  output: sideView.extend({ changes: z.array(change).readonly(), conflicts: z.array(conflict).readonly() }),
  access: { staff: 'any' },
  purpose: 'who is who',
  audit: {
    event: 'identity.history-read',
    subjects: (_, { members }) => members.map((member) => ({ kind: 'party', id: member.id })),
  },
  async run(tx, { id: party }) {
    const side = await sideOf(tx, party)
    const rows = rowsAs<Omit<ChangeView, 'at'> & { readonly at: Date }>(
      await tx.client.query(CHANGES, [side.members.map((member) => member.id)]),
    )
    return {
      ...side,
      changes: rows.map((row) => ({ ...row, at: row.at.toISOString() })),
      conflicts: await conflictsOf(tx, side.members),
    }
  },
})

// Of one act those inside a compartment see a part more than others: it is told once.
const CHANGES = `
  SELECT * FROM (
    SELECT DISTINCT ON (c.at, c.proposal_id) c.id, c.at, c.kind, a.name AS by, s.name AS second, c.reason, m.id AS proposal,
      l.label AS "left", r.label AS "right", m.stands
    FROM match_proposal m JOIN identity_change c ON c.proposal_id = m.id
    JOIN party l ON l.id = m.left_party JOIN party r ON r.id = m.right_party
    LEFT JOIN account a ON a.id = c.by_account LEFT JOIN account s ON s.id = c.second_account
    WHERE m.left_party = ANY ($1) OR m.right_party = ANY ($1)
    ORDER BY c.at, c.proposal_id, cardinality(c.compartment_ids), c.id
  ) told ORDER BY at DESC, id LIMIT 200`
