import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { query } from '#kernel/operations.ts'
import { flagsOf } from '#kernel/parties/identities/decide.ts'
import {
  MATCHED_KINDS,
  PROPOSAL_RANK,
  type ProposalRow,
  VERDICTS,
  getProposal,
  proposalId,
} from '#kernel/parties/identities/proposal.ts'
import { readReasons, reason } from '#kernel/parties/identities/reasons.ts'
import { MARKER_KIND_NAMES } from '#kernel/parties/markers.ts'
import { conflict, conflictsOf } from './conflicts.ts'
import { sideOf, sideView } from './side.ts'

const said = z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string() })

export const openPair = query({
  name: 'identity.open',
  summary: 'Put two records that may be one side by side, with why they may be',
  input: z.object({ id: proposalId }),
  output: z.object({
    id: z.string(),
    kind: z.enum(MATCHED_KINDS),
    stage: z.enum(['open', 'second-needed', 'same', 'different']),
    /** They are one now: a decision that says otherwise parts them. */
    stands: z.boolean(),
    weight: z.number().nullable(),
    probability: z.number().nullable(),
    marking: z.enum(MARKINGS),
    version: z.int(),
    left: sideView,
    right: sideView,
    reasons: z.array(reason).readonly(),
    conflicts: z.array(conflict).readonly(),
    /** Markers on either side for which it takes two. */
    flagged: z.array(z.enum(MARKER_KIND_NAMES)).readonly(),
    proposed: z.object({ by: z.string().nullable(), at: z.iso.datetime(), reason: z.string().nullable() }),
    first: said.extend({ verdict: z.enum(VERDICTS), yours: z.boolean() }).nullable(),
    second: said.nullable(),
    /** What is to be looked at after this one. */
    next: z.string().nullable(),
  }),
  access: { staff: 'any' },
  purpose: 'who is who',
  audit: {
    event: 'identity.opened',
    subjects: ({ id }, { left, right }) => [
      { kind: 'match-proposal', id },
      ...[left, right].flatMap(({ members }) => members.map((member) => ({ kind: 'party', id: member.id }))),
    ],
  },
  async run(tx, { id }) {
    const pair = await getProposal(tx, id)
    const [left, right] = [await sideOf(tx, pair.left), await sideOf(tx, pair.right)]
    const [kept] = rowsAs<{ reasons: unknown; said: string | null }>(
      await tx.client.query('SELECT reasons, proposed_reason AS said FROM match_proposal WHERE id = $1', [id]),
    )
    const names = await namesOf(tx, pair)
    const flags = new Set(await flagsOf(tx, pair))
    return {
      id,
      kind: pair.kind,
      stage: pair.stage,
      stands: pair.stands,
      weight: pair.weight,
      probability: pair.probability,
      marking: pair.marking,
      version: pair.version,
      left,
      right,
      reasons: readReasons(kept?.reasons),
      conflicts: await conflictsOf(tx, uniqueMembers(left.members, right.members)),
      flagged: MARKER_KIND_NAMES.filter((kind) => flags.has(kind)),
      proposed: {
        by: pair.proposedBy === null ? null : (names.get(pair.proposedBy) ?? ''),
        at: pair.proposedAt.toISOString(),
        reason: kept?.said ?? null,
      },
      ...wordsOf(pair, names, tx.reader.account),
      next: await nextAfter(tx, pair),
    }
  },
})

type Members = z.output<typeof sideView>['members']

/** Where they are one already both sides are the same. */
function uniqueMembers(left: Members, right: Members): Members {
  return [...new Map([...left, ...right].map((member) => [member.id, member])).values()]
}

function wordsOf(pair: ProposalRow, names: ReadonlyMap<string, string>, reader: string | null) {
  const { firstBy, firstAt, firstReason, firstVerdict, secondBy, secondAt, secondReason } = pair
  return {
    first:
      firstBy === null || firstAt === null || firstVerdict === null
        ? null
        : {
            by: names.get(firstBy) ?? '',
            at: firstAt.toISOString(),
            reason: firstReason ?? '',
            verdict: firstVerdict,
            yours: firstBy === reader,
          },
    second:
      secondBy === null || secondAt === null
        ? null
        : { by: names.get(secondBy) ?? '', at: secondAt.toISOString(), reason: secondReason ?? '' },
  }
}

async function namesOf(tx: Tx, { proposedBy, firstBy, secondBy }: ProposalRow): Promise<ReadonlyMap<string, string>> {
  const rows = rowsAs<{ id: string; name: string }>(
    await tx.client.query('SELECT id, name FROM account WHERE id = ANY ($1)', [
      [proposedBy, firstBy, secondBy].filter((id) => id !== null),
    ]),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The surest of those that are less sure than this one, and for which this reader is the one to decide. */
async function nextAfter(tx: Tx, { id, weight, proposedBy }: ProposalRow): Promise<string | null> {
  const [row] = rowsAs<{ id: string }>(
    await tx.client.query(
      `SELECT m.id FROM match_proposal m WHERE m.stage IN ('open', 'second-needed')
        AND (m.stage = 'open' OR m.first_by <> $1) AND (${PROPOSAL_RANK}, m.id) < ($2, $3)
      ORDER BY ${PROPOSAL_RANK} DESC, m.id DESC LIMIT 1`,
      [tx.reader.account, proposedBy === null ? weight : 'Infinity', id],
    ),
  )
  return row?.id ?? null
}
