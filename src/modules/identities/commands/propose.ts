import { z } from 'zod'
import { text } from '#platform/forms/fields.ts'
import { command } from '#kernel/operations.ts'
import { partyId } from '#kernel/parties/party-id.ts'
import { proposePair } from '#kernel/parties/identities/propose.ts'

export const proposeIdentity = command({
  name: 'identity.propose',
  summary: 'Say that two records look like one, for a reviewer to decide',
  input: z.object({ left: partyId('the first record'), right: partyId('the other record'), reason: text('Why', 1000) }),
  output: z.object({ id: z.string() }),
  access: { staff: 'any' },
  purpose: 'who is who',
  audit: {
    event: 'identity.proposed',
    subjects: ({ left, right }, { id: proposal }) => [
      { kind: 'party', id: left },
      { kind: 'party', id: right },
      { kind: 'match-proposal', id: proposal },
    ],
  },
  run: async (tx, { left, right, reason }) => ({ id: await proposePair(tx, left, right, reason) }),
})
