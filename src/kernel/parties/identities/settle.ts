import { randomUUID } from 'node:crypto'
import type { Marking } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { asMatcher } from './as-matcher.ts'
import { tellCustodians } from './custodians.ts'
import type { Pair } from './proposal.ts'
import { whoIsOne, type Member, type Tie } from './rules/who-is-one.ts'

interface Reached extends Member {
  readonly identity: number
}

/** A decision as it is written down: by whom, with whom, and why. */
export interface Change {
  readonly kind: 'merged' | 'split'
  readonly first: string
  readonly second: string | null
  readonly reason: string
}

/**
 * Moves every party that hangs on either of a pair to the identity that is its own by the ties that stand now, those along whom
 * the person who decides does not see; and writes down what moved, under the guards of whom it moved. Custodians are told where
 * somebody hidden is touched. The identities must be locked (identity-lock.ts) and the pair's tie be as it was decided.
 */
export async function settle(tx: Tx, pair: Pair, change: Change): Promise<void> {
  await asMatcher(tx, async () => {
    const { members, ties } = await reach(tx, [pair.left, pair.right])
    const now = whoIsOne(members, ties)
    const moved = members.filter(({ id, identity }) => now.get(id) !== identity)
    await move(tx, moved, now)
    for (const part of partsOf(pair, moved, now)) await writeDown(tx, pair, change, part)
    const hidden = members.filter((member) => !isWithin(member, pair)).flatMap(({ compartment }) => compartment ?? [])
    await tellCustodians(tx, hidden, 'identity.changed-around')
  })
}

/** Everybody who hangs on these by ties that stand, or did until this decision; and the ties. As the matcher. */
async function reach(
  { client }: Pick<Tx, 'client'>,
  from: readonly number[],
): Promise<{ readonly members: readonly Reached[]; readonly ties: readonly Tie[] }> {
  const members = rowsAs<Reached>(
    await client.query(
      `WITH RECURSIVE reached AS (
        SELECT id FROM unnest($1::bigint[]) AS id
        UNION
        SELECT next.id FROM reached r CROSS JOIN LATERAL (
          SELECT right_party AS id FROM match_proposal WHERE left_party = r.id AND stands
          UNION ALL SELECT left_party FROM match_proposal WHERE right_party = r.id AND stands) next
      )
      SELECT p.id, p.identity_id AS identity, p.marking, p.compartment_id AS compartment
      FROM party p JOIN reached USING (id) ORDER BY p.id FOR UPDATE OF p`,
      [from],
    ),
  )
  const ids = members.map(({ id }) => id)
  const ties = rowsAs<Tie>(
    await client.query(
      `SELECT left_party AS "left", right_party AS "right" FROM match_proposal WHERE stands AND left_party = ANY ($1)`,
      [ids],
    ),
  )
  return { members, ties }
}

async function move(tx: Tx, moved: readonly Reached[], now: ReadonlyMap<number, number>): Promise<void> {
  if (moved.length === 0) return
  await tx.client.query(
    `UPDATE party p SET identity_id = to_identity, version = p.version + 1
    FROM unnest($1::bigint[], $2::bigint[]) AS t (id, to_identity) WHERE p.id = t.id`,
    [moved.map(({ id }) => id), moved.map(({ id }) => now.get(id) ?? id)],
  )
}

/** What moved that whoever sees the pair sees; and of what is more closed, each part by itself. */
interface Part {
  readonly marking: Marking
  readonly compartments: readonly number[]
  readonly parties: readonly number[]
  readonly from: number
  readonly to: number
}

function partsOf(pair: Pair, moved: readonly Reached[], now: ReadonlyMap<number, number>): readonly Part[] {
  const parts = new Map<string, Reached[]>([['', []]])
  for (const member of moved) {
    const key = isWithin(member, pair) ? '' : `${member.marking} ${member.compartment ?? ''}`
    parts.set(key, [...(parts.get(key) ?? []), member])
  }
  return [...parts.values()].map((members) => {
    const [first] = members
    const sensitive = [pair, ...members].some(({ marking }) => marking === 'OFFICIAL-SENSITIVE')
    return {
      marking: sensitive ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
      compartments: [...new Set([...pair.compartments, ...members.flatMap(({ compartment }) => compartment ?? [])])],
      parties: members.map(({ id }) => id),
      from: first?.identity ?? pair.left,
      to: first === undefined ? pair.left : (now.get(first.id) ?? first.id),
    }
  })
}

function isWithin({ marking, compartment }: Member, pair: Pair): boolean {
  return (
    (marking === 'OFFICIAL' || pair.marking === marking) &&
    (compartment === null || pair.compartments.includes(compartment))
  )
}

async function writeDown(tx: Tx, pair: Pair, { kind, first, second, reason }: Change, part: Part): Promise<void> {
  await tx.client.query(
    `INSERT INTO identity_change (id, at, kind, by_account, second_account, reason, parties, from_identity, to_identity, proposal_id,
      marking, compartment_ids) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      randomUUID(),
      tx.now,
      kind,
      first,
      second,
      reason,
      part.parties,
      part.from,
      part.to,
      pair.id,
      part.marking,
      part.compartments,
    ],
  )
}
