import { z } from 'zod'
import { choice, text } from '#platform/forms/fields.ts'
import { command } from '#kernel/operations.ts'
import { version } from '#kernel/organisation/versions.ts'
import { decideOn } from '#kernel/parties/identities/decide.ts'
import { proposalId, VERDICTS } from '#kernel/parties/identities/proposal.ts'

export const decideIdentity = command({
  name: 'identity.decide',
  summary: 'Decide whether two records are of one and the same, with the reason',
  input: z.object({
    id: proposalId,
    version,
    verdict: choice('What they are', VERDICTS),
    reason: text('Reason', 1000),
  }),
  output: z.object({
    id: z.string(),
    stage: z.enum(['open', 'second-needed', 'same', 'different']),
    left: z.int(),
    right: z.int(),
  }),
  access: { staff: ['identity-reviewer'], stepUp: true },
  purpose: 'who is who',
  audit: {
    event: 'identity.decided',
    subjects: (_, { id, left, right }) => [
      { kind: 'party', id: left },
      { kind: 'party', id: right },
      { kind: 'match-proposal', id },
    ],
    detail: ({ verdict }, { stage }) => ({ verdict, stage }),
  },
  async run(tx, { id, ...decision }) {
    const { stage, left, right } = await decideOn(tx, id, decision)
    return { id, stage, left, right }
  },
})
