import { grouped } from '#calculations/grouping/grouped.ts'
import { createHash } from 'node:crypto'
import { createScorer, oddsBits, type LinkageModel, type Scorer } from '#calculations/linkage/index.ts'
import type { Marking } from '#platform/access/reader.ts'
import type { Reason } from '../identities/reasons.ts'
import { LEAST_BITS } from './mappings.ts'
import { closedness, entriesOf, together, type Entry, type PartyFacts } from './rules/entries.ts'

/** How likely two parties are one, why, and who may read why. */
export interface PairVerdict {
  readonly left: number
  readonly right: number
  readonly bits: number
  readonly probability: number
  readonly reasons: readonly Reason[]
  readonly marking: Marking
  readonly compartments: readonly number[]
  readonly facts: string
}

export type Judge = (left: PartyFacts, right: PartyFacts) => PairVerdict | null

/**
 * Judges pairs by a model: of all the ways in which the two may be recorded the most alike, among those that are open to most.
 * Only where these do not suffice does it look at what is more closed, and then under those guards. Null below `least`.
 */
export function createJudge(model: LinkageModel, least: number = LEAST_BITS): Judge {
  const scorer = createScorer(model)
  const entries = rememberBy(entriesOf)
  return (one, other) => {
    const [left, right] = one.party < other.party ? [one, other] : [other, one]
    const ways = waysOf(entries(left), entries(right))
    for (const closed of [...new Set(ways.map((way) => way.closed))].toSorted((a, b) => a - b)) {
      const best = bestOf(
        scorer,
        ways.filter((way) => way.closed === closed),
        least,
      )
      if (best !== null && best.bits >= least)
        return { left: left.party, right: right.party, ...best, facts: factsOf(left, right) }
    }
    return null
  }
}

interface Way {
  readonly left: Entry
  readonly right: Entry
  readonly closed: number
}

function waysOf(one: readonly Entry[], other: readonly Entry[]): readonly Way[] {
  return one.flatMap((left) => other.map((right) => ({ left, right, closed: closedness(together([left, right])) })))
}

/** So far may the bits of a probability be from those of its reasons. */
const ROUNDING = 0.001

/** The most alike, with why; null where none is of so many bits, which is known before the reasons are looked for. */
function bestOf(scorer: Scorer, ways: readonly Way[], least: number) {
  let best: { way: Way; probability: number } | null = null
  for (const [left, group] of grouped(ways, (way) => way.left)) {
    const scores = scorer.score(
      left.record,
      group.map(({ right }) => right.record),
    )
    for (const [at, way] of group.entries()) {
      const probability = scores[at] ?? 0
      if (best === null || probability > best.probability) best = { way, probability }
    }
  }
  if (best === null || oddsBits(best.probability) < least - ROUNDING) return null
  const { left, right } = best.way
  const { bits, probability, reasons } = scorer.explain(left.record, right.record)
  return {
    bits,
    probability,
    ...together([left, right]),
    reasons: reasons.map((reason) => ({
      what: reason.what,
      left: reason.left,
      right: reason.right,
      level: reason.agreement,
      weight: Math.round(reason.bits * 100) / 100,
    })),
  }
}

/** A digest of all that is compared of either: it changes when a source changes what it says of them. */
export function factsOf(left: PartyFacts, right: PartyFacts): string {
  return createHash('sha256')
    .update(`[${textOf(left)},${textOf(right)}]`)
    .digest('base64url')
    .slice(0, 22)
}

const textOf = rememberBy((facts: PartyFacts) => JSON.stringify(facts))

/** What was made of the facts of a party once is kept for as long as these are: a party is in several pairs. */
function rememberBy<Made>(make: (facts: PartyFacts) => Made): (facts: PartyFacts) => Made {
  const made = new WeakMap<PartyFacts, Made>()
  return (facts) => {
    const before = made.get(facts)
    if (before !== undefined) return before
    const now = make(facts)
    made.set(facts, now)
    return now
  }
}
