import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { asMatcher } from '../identities/as-matcher.ts'
import type { MatchedKind } from '../identities/proposal.ts'
import type { Reason } from '../identities/reasons.ts'
import { candidatesFor } from './candidates.ts'
import { LEAST_BITS } from './mappings.ts'
import { findModel, type KeptModel } from './models.ts'
import { readFacts } from './read-facts.ts'
import { entriesOf, type PartyFacts } from './rules/entries.ts'
import { createJudge, type Judge, type PairVerdict } from './verdict.ts'

/** What is known of somebody who is being entered. Days as `1980-05-17`, or a year alone; a postcode with or without its space. */
export interface TypedFacts {
  readonly given?: string
  readonly family?: string
  /** The whole name, where it is not in parts; of an organisation its name. */
  readonly full?: string
  readonly birth?: string
  readonly sex?: 'female' | 'male' | 'other'
  readonly phone?: string
  readonly address?: string
  readonly postcode?: string
  readonly number?: string
  readonly flat?: string
}

export interface Likely {
  readonly party: number
  /** log2 of the odds that it is the same, and the probability that follows. */
  readonly bits: number
  readonly probability: number
  /** The side that is there already is always the right one. */
  readonly reasons: readonly Reason[]
}

/**
 * Who, of those whom this reader sees, may be the one who is being entered: the likeliest first, so many at most, each with why.
 * What the reader does not see is neither compared nor hinted at. None before a model was ever learnt (`relink`).
 */
export async function matchTyped(tx: Tx, kind: MatchedKind, typed: TypedFacts, most = 5): Promise<readonly Likely[]> {
  const full = typed.full ?? [typed.given, typed.family].filter((part) => part !== undefined).join(' ')
  const says = { ...typed, full }
  const { judge, ids } = await asMatcher(tx, async () => ({
    judge: await judgeOf(tx, kind, 0),
    ids: await candidatesFor(tx, kind, [says]),
  }))
  if (judge === null) return []
  const asked: PartyFacts = { party: 0, marking: 'OFFICIAL', compartment: null, says, names: [], homes: [], phones: [] }
  // Read again under the reader's own policies.
  return best(asked, await readFacts(tx, kind, ids), judge, most).map(({ right, bits, probability, reasons }) => ({
    party: right,
    bits,
    probability,
    reasons,
  }))
}

/** Pairs of a party with those that may be one with it, in every compartment. As the matcher, for `writeProposals`. */
export async function matchStored(tx: Pick<Tx, 'client'>, kind: MatchedKind, party: number, kept: KeptModel) {
  const [asked] = await readFacts(tx, kind, [party])
  if (asked === undefined) return []
  const ids = await candidatesFor(
    tx,
    kind,
    entriesOf(asked).map(({ record }) => record),
  )
  const others = await apartFrom(tx, party, ids)
  return best(asked, await readFacts(tx, kind, others), judgeFor(kept, LEAST_BITS), MOST_PROPOSED)
}

/** Of one party no more are put before a reviewer. */
const MOST_PROPOSED = 20

function best(asked: PartyFacts, others: readonly PartyFacts[], judge: Judge, most: number): readonly PairVerdict[] {
  return others
    .flatMap((other) => judge(asked, other) ?? [])
    .toSorted((a, b) => b.bits - a.bits)
    .slice(0, most)
}

/** Those that are not one with it already. */
async function apartFrom({ client }: Pick<Tx, 'client'>, party: number, ids: readonly number[]) {
  const rows = rowsAs<{ id: number }>(
    await client.query(
      `SELECT id FROM party WHERE id = ANY ($2) AND identity_id <> (SELECT identity_id FROM party WHERE id = $1) ORDER BY id`,
      [party, ids],
    ),
  )
  return rows.map(({ id }) => id)
}

/** By a model's id: what is made of a model is the same for everybody, and takes a moment to make. */
const judges = new Map<string, Judge>()

async function judgeOf(tx: Pick<Tx, 'client'>, kind: MatchedKind, least: number): Promise<Judge | null> {
  const [newest] = rowsAs<{ id: string }>(
    await tx.client.query('SELECT id FROM match_model WHERE kind = $1 ORDER BY learnt_at DESC, id DESC LIMIT 1', [
      kind,
    ]),
  )
  if (newest === undefined) return null
  const known = judges.get(`${newest.id} ${least}`)
  if (known !== undefined) return known
  const kept = await findModel(tx, kind, newest.id)
  return kept === null ? null : judgeFor(kept, least)
}

function judgeFor(kept: KeptModel, least: number): Judge {
  const key = `${kept.id} ${least}`
  const made = judges.get(key) ?? createJudge(kept.model, least)
  // Of each kind and use there is one: an older one is let go.
  if (judges.size > 12) judges.clear()
  judges.set(key, made)
  return made
}
