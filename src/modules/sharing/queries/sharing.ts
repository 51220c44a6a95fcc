import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { readHead, recordHead } from '#kernel/records/head.ts'
import { recordId } from '#kernel/records/record.ts'
import { agreementView, getAgreement, readAgencies, readAgreements } from '#kernel/sharing/agreements.ts'
import { refusalsOf, refusalView } from '#kernel/sharing/refusals.ts'
import { CLASS_NAMES } from '#kernel/sharing/lists.ts'
import { getShare, sharesOf, sharesToReview, sharesUnder, shareView } from '#kernel/sharing/shares.ts'
import { partsOf } from './parts.ts'
import { personOfCase } from './parts-of-case.ts'
import { sharedKind } from './shared-kind.ts'
import { getRequest, openRequests, requestsOf, requestView } from './requests.ts'

const access = { staff: 'any' } as const
const purpose = 'work with partners'

/** Agreements, and what waits for somebody as far as the reader may see it. */
export const showSharing = query({
  name: 'sharing.show',
  summary:
    'See the agreements on sharing, what was shared in an emergency and not reviewed, and questions that are open',
  input: z.object({}),
  output: z.object({
    agreements: z.array(agreementView),
    toReview: z.array(shareView),
    toAnswer: z.array(requestView),
    asked: z.array(requestView),
  }),
  access,
  purpose,
  audit: {
    event: 'sharing.shown',
    subjects: (_input, { toReview, toAnswer, asked }) => [
      ...toReview.map(({ id }) => ({ kind: 'share', id })),
      ...[...toAnswer, ...asked].map(({ id }) => ({ kind: 'information-request', id })),
    ],
  },
  run: async (tx) => ({
    agreements: await readAgreements(tx),
    toReview: await sharesToReview(tx),
    toAnswer: await openRequests(tx, 'force'),
    asked: await openRequests(tx, 'agency'),
  }),
})

export const openAgreement = query({
  name: 'agreement.open',
  summary: 'Open an agreement on sharing, with what you may see of what is shared under it',
  input: z.object({ id: z.uuid() }),
  output: z.object({ agreement: agreementView, shares: z.array(shareView) }),
  access,
  purpose,
  audit: {
    event: 'agreement.opened',
    subjects: ({ id }, { shares }) => [
      { kind: 'sharing-agreement', id },
      ...shares.map((share) => ({ kind: 'share', id: share.id })),
    ],
  },
  run: async (tx, { id }) => ({ agreement: await getAgreement(tx, id), shares: await sharesUnder(tx, id) }),
})

/** What is shared of a record, what was refused, and what was asked. */
export const openSharedRecord = query({
  name: 'share.list',
  summary:
    'See what of a problem plan or an anti-social behaviour case is shared with whom, what was refused, and what was asked',
  input: z.object({ kind: sharedKind, id: recordId }),
  output: z.object({
    head: recordHead,
    shares: z.array(shareView),
    refusals: z.array(refusalView),
    requests: z.array(requestView),
  }),
  access,
  purpose,
  audit: { event: 'share.listed', subjects: ({ kind, id }) => [{ kind, id }] },
  run: async (tx, { kind, id }) => ({
    head: await readHead(tx, kind, id),
    shares: await sharesOf(tx, id),
    refusals: await refusalsOf(tx, id),
    requests: await requestsOf(tx, id),
  }),
})

export const shareForm = query({
  name: 'share.form',
  summary:
    'Begin to share a problem plan or an anti-social behaviour case, or to ask about it: agencies, agreements, and what would be opened',
  input: z.object({ kind: sharedKind, id: recordId }),
  output: z.object({
    head: recordHead,
    agencies: z.array(z.object({ id: z.int(), name: z.string() })),
    agreements: z.array(agreementView),
    parts: z.array(z.object({ class: z.enum(CLASS_NAMES), label: z.string(), words: z.string() })),
    /** Whose name is among them. */
    person: z.int().nullable(),
  }),
  access,
  purpose,
  audit: {
    event: 'share.form-opened',
    subjects: ({ kind, id }, { person }) => [{ kind, id }, ...(person === null ? [] : [{ kind: 'party', id: person }])],
  },
  run: async (tx, { kind, id }) => ({
    head: await readHead(tx, kind, id),
    agencies: [...(await readAgencies(tx))],
    agreements: (await readAgreements(tx)).filter((agreement) => agreement.inForce),
    parts: await partsOf(tx, kind, id),
    person: kind === 'asb-case' ? await personOfCase(tx, id) : null,
  }),
})

export const shareActForm = query({
  name: 'share.act-form',
  summary: 'Begin to end or review a share: it as it stands',
  input: z.object({ id: z.uuid() }),
  output: z.object({ share: shareView }),
  access,
  purpose,
  audit: { event: 'share.form-opened', subjects: ({ id }) => [{ kind: 'share', id }] },
  run: async (tx, { id }) => ({ share: await getShare(tx, id) }),
})

export const replyForm = query({
  name: 'information.form',
  summary: 'Open a question of the other side, to answer it or to refuse',
  input: z.object({ id: z.uuid() }),
  output: z.object({ request: requestView }),
  access: { staff: 'any', partner: ['partner'] },
  purpose,
  audit: { event: 'information.opened', subjects: ({ id }) => [{ kind: 'information-request', id }] },
  run: async (tx, { id }) => ({ request: await getRequest(tx, id) }),
})
