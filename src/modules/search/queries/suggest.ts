import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { optionalChoice, searchWords } from '#kernel/organisation/paging.ts'
import { today } from '#kernel/organisation/today.ts'
import { findParties } from '#kernel/parties/search/find.ts'
import { partyHref } from '#kernel/parties/hrefs.ts'
import { tellsApart } from '#kernel/parties/rules/tells-apart.ts'
import { readHits } from '#kernel/parties/search/read-hits.ts'
import { PARTY_KIND_NAMES } from '#kernel/parties/words.ts'

export const MOST_SUGGESTED = 8
/** Less would be the beginning of everybody's name. */
const LEAST_TYPED = 2

export const suggestParties = query({
  name: 'party.suggest',
  summary: 'Who or what it may be, while a name, address, mark or number is typed into a form',
  input: z.object({ q: searchWords, kind: optionalChoice('the kind', PARTY_KIND_NAMES) }),
  output: z.object({
    found: z.int(),
    more: z.boolean(),
    choices: z.array(
      z.object({
        kind: z.enum(PARTY_KIND_NAMES),
        id: z.int(),
        /** The address of its page, which a form takes for it. */
        value: z.string(),
        label: z.string(),
        /** What tells it from others of the name. */
        about: z.string(),
        why: z.string(),
      }),
    ),
  }),
  access: { staff: 'any' },
  purpose: 'search',
  audit: {
    // Asked once typing has settled: one entry for each such question.
    event: 'party.suggested',
    subjects: (_, { choices }) => choices.map(({ id }) => ({ kind: 'party', id })),
    detail: ({ q, kind }, { found }) => ({ words: q === '' ? 0 : q.split(/\s+/).length, kind, found }),
  },
  async run(tx, { q, kind }) {
    if (q.length < LEAST_TYPED) return { found: 0, more: false, choices: [] }
    const { found, more, hits, typed } = await findParties(tx, q, { kind, typing: true, told: MOST_SUGGESTED })
    const read = await readHits(tx, hits.slice(0, MOST_SUGGESTED), typed)
    return {
      found,
      more,
      choices: read.map((hit) => ({
        kind: hit.kind,
        id: hit.id,
        value: partyHref(hit.kind, hit.id),
        label: hit.label,
        about: tellsApart(hit, today(tx)).join(', '),
        why: hit.reasons.join(', '),
      })),
    }
  },
})
