import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import { partyHit } from '#kernel/parties/search/read-hits.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { bornFrom, whoSoFar } from './fields.ts'
import { findLikely } from './likely.ts'

/** Who may enter somebody: those who meet people and are told of them. */
export const ENTERED_BY = ['officer', 'supervisor', 'commander'] as const

export const beginPerson = query({
  name: 'party.begin-person',
  summary: 'Before somebody is entered: whether they are known already, with the evidence',
  input: z.object(whoSoFar),
  output: z.object({
    today: z.string(),
    given: z.string().nullable(),
    family: z.string().nullable(),
    born: z.string().nullable(),
    /** What is wrong with the date of birth or age; nobody was looked for then. */
    bornProblem: z.string().nullable(),
    /** Null until there is a name to look for. */
    likely: z.array(partyHit).nullable(),
    more: z.boolean(),
  }),
  access: { staff: ENTERED_BY },
  purpose: 'policing',
  audit: {
    event: 'party.entry-begun',
    subjects: (_, { likely }) => (likely ?? []).map(({ id }) => ({ kind: 'party', id })),
    detail: (_, { likely }) => ({ likely: likely?.length ?? null }),
  },
  async run(tx, { given, family, born }) {
    const asked = { today: today(tx), given, family, born, bornProblem: null, likely: null, more: false }
    if (family === null) return asked
    try {
      return { ...asked, ...(await findLikely(tx, { given, family, born: bornFrom(born, today(tx)) })) }
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return { ...asked, bornProblem: error.fields['born'] ?? null }
    }
  },
})
