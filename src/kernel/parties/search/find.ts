import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { today } from '../../organisation/today.ts'
import { PARTY_KIND_NAMES, type PartyKind } from '../words.ts'
import { askedIdentifiersOf } from './rules/asked-identifiers.ts'
import { askedOf, type AskedOptions } from './rules/asked.ts'
import { readBox, type Typed } from './rules/typed.ts'
import { LEVELS, type Likeness } from './rules/likeness.ts'
import { sinceStart } from './steady-time.ts'

/** A party that was found, by its id, and why; not yet read. */
export interface Found {
  readonly party: number
  /** The better the higher: about 100 where every word is in the name, 40 more where the date of birth is the same. */
  readonly score: number
  readonly why: Why
}

export type Why =
  | { readonly by: 'mark' | 'phone' | 'postcode' | 'reference' }
  | { readonly by: 'name'; readonly name: number; readonly likeness: Likeness }

/** As many of the best can be looked through. */
export const MOST_HITS = 200

export interface FoundParties {
  /** How many the reader may see; of kinds too. */
  readonly found: number
  /** There are more than 1,000: the best of those that were looked at are told of. */
  readonly more: boolean
  readonly facets: readonly { readonly kind: PartyKind; readonly count: number }[]
  /** The best first, `MOST_HITS` of each at most. */
  readonly hits: readonly Found[]
  readonly typed: Typed
}

const counts = {
  found: z.int(),
  more: z.boolean(),
  facets: z.array(z.object({ kind: z.enum(PARTY_KIND_NAMES), count: z.int() })),
}
const byName = z.object({
  ...counts,
  hits: z.array(
    z.object({
      party: z.int(),
      name: z.int(),
      score: z.number(),
      words: z.array(z.tuple([z.int(), z.int(), z.int()])),
      born: z.enum(['same', 'swapped', 'near', 'about']).nullable(),
      place: z.boolean(),
    }),
  ),
})
const byIdentifier = z.object({
  ...counts,
  hits: z.array(z.object({ party: z.int(), how: z.enum(['mark', 'phone', 'postcode', 'reference']) })),
})

/** What is known by more than its name comes first, whoever else is called like it. */
const SCORES = { reference: 200, mark: 150, phone: 150, postcode: 130 } as const

/** Whom and what the reader may see of what was typed into the one box, the best first. One statement. */
export function findParties(tx: Tx, text: string, options: AskedOptions): Promise<FoundParties> {
  return findTyped(tx, readBox(text, today(tx)), options)
}

/** The same for what comes in fields of its own. */
export async function findTyped(tx: Tx, typed: Typed, options: AskedOptions): Promise<FoundParties> {
  const steady = sinceStart()
  const named = typed.words.length > 0 || typed.born !== null ? askedOf(typed, options) : null
  const identified = askedIdentifiersOf(typed, { kind: options.kind, wordless: typed.words.length === 0 })
  if (named === null && identified === null) return { found: 0, more: false, facets: [], hits: [], typed }
  const { rows } = await tx.client.query<{ names: unknown; identifiers: unknown }>(
    `SELECT CASE WHEN $1::jsonb IS NOT NULL THEN search.parties($1) END AS names,
      CASE WHEN $2::jsonb IS NOT NULL THEN search.identifiers($2) END AS identifiers`,
    [named === null ? null : JSON.stringify(named), identified === null ? null : JSON.stringify(identified)],
  )
  await steady.release()
  const names = byName.nullable().parse(rows[0]?.names ?? null)
  const identifiers = byIdentifier.nullable().parse(rows[0]?.identifiers ?? null)
  return { ...together(names, identifiers), typed }
}

function together(
  names: z.output<typeof byName> | null,
  identifiers: z.output<typeof byIdentifier> | null,
): Omit<FoundParties, 'typed'> {
  const hits = new Map<number, Found>()
  for (const { party, how } of identifiers?.hits ?? []) hits.set(party, { party, score: SCORES[how], why: { by: how } })
  for (const { party, name, score, words, born, place } of names?.hits ?? []) {
    const likeness = {
      words: words.map(([word, level, at]) => ({ word, level: LEVELS[level] ?? 'same', at })),
      born,
      place,
    }
    if (!hits.has(party)) hits.set(party, { party, score, why: { by: 'name', name, likeness } })
  }
  const facets = new Map<PartyKind, number>()
  for (const { kind, count } of [...(identifiers?.facets ?? []), ...(names?.facets ?? [])])
    facets.set(kind, (facets.get(kind) ?? 0) + count)
  return {
    found: (names?.found ?? 0) + (identifiers?.found ?? 0),
    more: (names?.more ?? false) || (identifiers?.more ?? false),
    facets: [...facets].map(([kind, count]) => ({ kind, count })),
    hits: [...hits.values()].toSorted((a, b) => b.score - a.score).slice(0, MOST_HITS),
  }
}
