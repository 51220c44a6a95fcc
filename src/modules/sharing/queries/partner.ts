import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { getPartnerAction, partnerAction, partnerActions, partnerActionsOf } from './partner-actions.ts'
import { getPartnerShare, partnerShare, partnerShares } from './partner-shares.ts'
import { allRequests, requestsOf, requestView } from './requests.ts'

const access = { partner: ['partner'] } as const
const purpose = 'work with partners'

/** The first page of a partner: all that there is for their agency. */
export const showPartner = query({
  name: 'partner.show',
  summary: 'See what is shared with your agency, what it is to do, and what it is asked',
  input: z.object({}),
  output: z.object({
    shares: z.array(partnerShare),
    actions: z.array(partnerAction),
    requests: z.array(requestView),
  }),
  access,
  purpose,
  audit: {
    event: 'partner.shown',
    subjects: (_input, { shares, actions, requests }) => [
      ...shares.map(({ id }) => ({ kind: 'share', id })),
      ...actions.map(({ id }) => ({ kind: 'action', id })),
      ...requests.map(({ id }) => ({ kind: 'information-request', id })),
    ],
  },
  run: async (tx) => ({
    shares: await partnerShares(tx),
    actions: await partnerActions(tx),
    requests: await allRequests(tx),
  }),
})

export const openPartnerShare = query({
  name: 'partner.open-share',
  summary: 'Open what the force shares with your agency: the parts that were opened, your actions and questions in it',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    share: partnerShare,
    actions: z.array(partnerAction),
    requests: z.array(requestView),
  }),
  access,
  purpose,
  audit: {
    event: 'partner.share-opened',
    subjects: ({ id }, { share }) => [
      { kind: 'share', id },
      { kind: share.kind, id: share.record },
    ],
  },
  async run(tx, { id }) {
    const share = await getPartnerShare(tx, id)
    return { share, actions: await partnerActionsOf(tx, share.record), requests: await requestsOf(tx, share.record) }
  },
})

export const partnerActionForm = query({
  name: 'partner.action-form',
  summary: 'Begin to finish an action of your agency',
  input: z.object({ id: z.uuid() }),
  output: z.object({ action: partnerAction }),
  access,
  purpose,
  audit: { event: 'partner.action-opened', subjects: ({ id }) => [{ kind: 'action', id }] },
  run: async (tx, { id }) => ({ action: await getPartnerAction(tx, id) }),
})
