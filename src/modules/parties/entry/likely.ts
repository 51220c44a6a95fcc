import type { Tx } from '#platform/db/transaction.ts'
import { readName } from '#kernel/parties/search/rules/name-typed.ts'
import { findTyped, MOST_HITS } from '#kernel/parties/search/find.ts'
import { readHits, type PartyHit } from '#kernel/parties/search/read-hits.ts'
import type { Born } from '#kernel/parties/search/rules/born.ts'
import { isLikely, MOST_SHOWN } from './ent01-looked-at.ts'

export interface Who {
  readonly given: string | null
  readonly family: string
  readonly born: Born | null
}

/** Whoever the reader may see that may well be the same person, the likeliest first; and how many more there are. */
export async function findLikely(
  tx: Tx,
  { given, family, born }: Who,
): Promise<{ readonly likely: PartyHit[]; readonly more: boolean }> {
  const named = readName(`${given ?? ''} ${family}`).slice(0, 7)
  const typed = {
    words: named.map(({ word }) => word),
    also: named.map(({ also }) => also),
    besides: [],
    beginnings: [],
    born,
    place: [],
    placeName: '',
    postcode: null,
    marks: [],
    phones: [],
    references: [],
  }
  const found = await findTyped(tx, typed, { kind: 'person', typing: false, told: MOST_HITS })
  const likely = found.hits.filter(isLikely)
  return { likely: await readHits(tx, likely.slice(0, MOST_SHOWN), typed), more: likely.length > MOST_SHOWN }
}
