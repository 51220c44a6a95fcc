import { z } from 'zod'
import { optionalId, text } from '#platform/forms/fields.ts'
import { command } from '#kernel/operations.ts'
import { decideOn } from '#kernel/parties/identities/decide.ts'
import { proposalOfChange, splitOff } from '#kernel/parties/identities/split.ts'

export const splitIdentity = command({
  name: 'identity.split',
  summary: 'Take a record out of the identity that it was put into, or undo a merge: all is as it was before',
  input: z
    .object({
      party: optionalId('Record'),
      change: z.uuid({ error: 'This is not the reference of a change' }).optional(),
      reason: text('Reason', 1000),
    })
    .refine(({ party, change }) => (party === null) !== (change === undefined), {
      error: 'Say which record is to be taken out, or which merge is to be undone',
    }),
  output: z.object({
    party: z.int(),
    waits: z.boolean(),
    pairs: z.array(z.object({ id: z.string(), left: z.int(), right: z.int() })),
  }),
  access: { staff: ['identity-reviewer'], stepUp: true },
  purpose: 'who is who',
  audit: {
    event: 'identity.split',
    subjects: (_, { pairs }) =>
      pairs.flatMap(({ id, left, right }) => [
        { kind: 'party', id: left },
        { kind: 'party', id: right },
        { kind: 'match-proposal', id },
      ]),
    detail: (_, { waits }) => ({ waits }),
  },
  async run(tx, { party, change, reason }) {
    const decided =
      party === null
        ? [
            await decideOn(tx, await proposalOfChange(tx, change ?? ''), {
              verdict: 'different',
              reason,
              version: null,
            }),
          ]
        : await splitOff(tx, party, reason)
    return {
      party: party ?? decided[0]?.left ?? 0,
      waits: decided.some(({ stage }) => stage === 'second-needed'),
      pairs: decided.map(({ id, left, right }) => ({ id, left, right })),
    }
  },
})
