import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import type { Finding } from '#kernel/organisation/rules/rule.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { sameVersion, version } from '#kernel/organisation/versions.ts'
import { getRecord, recordId, type RecordRow } from '#kernel/records/record.ts'
import { addEntry } from '#kernel/records/timeline.ts'
import { getAgreement, readAgencies } from '#kernel/sharing/agreements.ts'
import {
  CLASS_NAMES,
  CLASSES_OF,
  GATEWAY_NAMES,
  GATEWAYS,
  PURPOSE_NAMES,
  PURPOSES,
  SHARED_KINDS,
  type DataClass,
} from '#kernel/sharing/lists.ts'
import { keepRefusal } from '#kernel/sharing/refusals.ts'
import { agreementCovers } from '#kernel/sharing/rules/shr01-agreement-covers.ts'
import { ends } from '#kernel/sharing/rules/shr02-ends.ts'
import { maybeShared } from '#kernel/sharing/rules/shr03-never-shared.ts'
import { reviewedByAnother } from '#kernel/sharing/rules/shr04-somebody-else.ts'
import { personByGateway } from '#kernel/sharing/rules/shr06-person-by-gateway.ts'
import { addShare, getShare } from '#kernel/sharing/shares.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, choices, civilDate, id, text } from '#platform/forms/fields.ts'
import { meetReview, oweReview } from '../duties/owed.ts'
import { dayWithYear } from '#ui/words/dates.ts'
import { partsOf } from '../queries/parts.ts'
import { personOfCase } from '../queries/parts-of-case.ts'
import { sharedKind } from '../queries/shared-kind.ts'
import { tellEnded, tellShared } from '../tell.ts'
import { REVIEW, SHARE } from '../writers.ts'

const purpose = 'work with partners'
const wanted = {
  kind: sharedKind,
  id: recordId,
  agency: id('Agency'),
  gateway: choice('The lawful gateway', GATEWAY_NAMES),
  purpose: choice('The purpose', PURPOSE_NAMES),
  classes: choices('What is opened', CLASS_NAMES),
  untilOn: civilDate('The last day'),
}
type Wanted = z.output<z.ZodObject<typeof wanted>>

/** `share` is null where it was refused: that is kept too. */
const output = z.object({
  record: z.string(),
  kind: z.enum(SHARED_KINDS),
  share: z.string().nullable(),
  refused: z.string().nullable(),
  /** Whose name was opened. */
  person: z.int().nullable(),
})

async function agencyNamed(tx: Tx, { kind, agency, classes }: Wanted): Promise<string> {
  const found = (await readAgencies(tx)).find((one) => one.id === agency)
  if (found === undefined) throw new Invalid({ agency: 'Choose the agency from the list' })
  if (classes.length === 0) throw new Invalid({ classes: 'Choose what is opened' })
  const can: readonly DataClass[] = CLASSES_OF[kind]
  if (!classes.every((one) => can.includes(one))) throw new Invalid({ classes: 'Choose what is opened from the list' })
  return found.name
}

async function refuse(tx: Tx, record: RecordRow, input: Wanted, found: Finding) {
  await keepRefusal(tx, { record: record.id, agency: input.agency, purpose: input.purpose }, found)
  return { record: record.id, kind: input.kind, share: null, refused: found.rule, person: null }
}

async function open(
  tx: Tx,
  record: RecordRow,
  input: Wanted,
  under: { readonly agreement: string | null; readonly emergencyReason: string | null; readonly name: string },
) {
  const parts = await partsOf(tx, input.kind, record.id)
  const share = await addShare(tx, { ...input, ...under, record, parts })
  await tellShared(tx, share, input.agency)
  const how = under.agreement === null ? 'in an emergency, without an agreement' : 'under an agreement'
  await addEntry(tx, record.id, record.guards, {
    kind: 'decision',
    words: `Shared with ${under.name} ${how}, until ${dayWithYear(input.untilOn)}.`,
    options: ['Share', 'Not share'],
    reason: under.emergencyReason ?? `${PURPOSES[input.purpose]}. ${GATEWAYS[input.gateway]}`,
  })
  const named = parts.some((part) => part.class === 'person') && input.classes.includes('person')
  const person = named ? await personOfCase(tx, record.id) : null
  return { record: record.id, kind: input.kind, share, refused: null, person }
}

const audited = (event: string) => ({
  event,
  subjects: ({ kind, id: record }: Pick<Wanted, 'kind' | 'id'>, { share, person }: z.output<typeof output>) => [
    { kind, id: record },
    ...(share === null || share === undefined ? [] : [{ kind: 'share', id: share }]),
    ...(person === null || person === undefined ? [] : [{ kind: 'party', id: person }]),
  ],
  detail: ({ agency, gateway, untilOn }: Wanted, { refused }: z.output<typeof output>) => ({
    agency,
    gateway,
    untilOn,
    refused,
  }),
})

export const shareRecord = command({
  name: 'share.add',
  summary:
    'Share parts of a problem plan or an anti-social behaviour case with an agency: under which agreement, by which gateway, what for, until when',
  input: z.object({ ...wanted, agreement: z.union([z.uuid(), z.literal('').transform(() => null)]).nullish() }),
  output,
  access: { staff: SHARE },
  purpose,
  audit: audited('share.added'),
  async run(tx, { agreement: named, ...input }) {
    const record = await getRecord(tx, input.kind, input.id)
    const name = await agencyNamed(tx, input)
    const agreement = named === null || named === undefined ? null : await getAgreement(tx, named)
    const terms = agreement && {
      ...agreement,
      agencies: agreement.agencies.map((agency) => agency.id),
      ended: agreement.endedAt !== null,
    }
    const found =
      maybeShared(record.guards) ??
      personByGateway(input) ??
      ends(input.untilOn, today(tx), false) ??
      agreementCovers(terms, input, today(tx))
    if (found !== null) return refuse(tx, record, input, found)
    return open(tx, record, input, { agreement: agreement?.id ?? null, emergencyReason: null, name })
  },
})

export const shareInEmergency = command({
  name: 'share.in-emergency',
  summary:
    'Share parts of a plan or case in an emergency, without an agreement: why, until when; it is reviewed next working day',
  input: z.object({ ...wanted, reason: text('Why it cannot wait', 1000) }),
  output,
  access: { staff: SHARE },
  purpose,
  audit: audited('share.made-in-emergency'),
  async run(tx, { reason, ...input }) {
    const record = await getRecord(tx, input.kind, input.id)
    const name = await agencyNamed(tx, input)
    const found = maybeShared(record.guards) ?? personByGateway(input) ?? ends(input.untilOn, today(tx), true)
    if (found !== null) return refuse(tx, record, input, found)
    const opened = await open(tx, record, input, { agreement: null, emergencyReason: reason, name })
    await oweReview(tx, { id: opened.share, record: record.id, reference: record.reference }, record.guards)
    return opened
  },
})

const seen = { id: z.uuid(), version }
const changed = z.object({ id: z.string(), record: z.string(), kind: z.enum(SHARED_KINDS) })
const subjects = (_input: unknown, { id: share, kind, record }: z.output<typeof changed>) => [
  { kind: 'share', id: share },
  { kind, id: record },
]

export const endShare = command({
  name: 'share.end',
  summary: 'End a share before its last day, with the reason: the agency sees it no longer',
  input: z.object({ ...seen, reason: text('The reason', 500) }),
  output: changed,
  access: { staff: SHARE },
  purpose,
  audit: { event: 'share.ended', subjects },
  async run(tx, { id: one, version: before, reason }) {
    const share = await getShare(tx, one, 'FOR UPDATE OF s')
    sameVersion(share, before)
    if (!share.live) throw new Invalid({ '': 'This share has ended already.' })
    const set = { ended_at: tx.now, ended_by: tx.reader.account, ended_reason: reason, version: share.version + 1 }
    await tx.db.updateTable('share').set(set).where('id', '=', one).execute()
    const record = await getRecord(tx, share.kind, share.record)
    const words = `No longer shared with ${share.agency.name}.`
    await addEntry(tx, record.id, record.guards, { kind: 'change', words, reason })
    const { owner } = record.guards
    await tellEnded(tx, [{ id: one, kind: share.kind, record: record.id, owner, sharedBy: share.sharedBy.id }])
    return { id: one, record: record.id, kind: share.kind }
  },
})

export const reviewShare = command({
  name: 'share.review',
  summary: 'Review what somebody else shared in an emergency: whether it was right, and what follows',
  input: z.object({ ...seen, words: text('What you found', 1000) }),
  output: changed,
  access: { staff: REVIEW },
  purpose,
  audit: { event: 'share.reviewed', subjects },
  async run(tx, { id: one, version: before, words }) {
    const share = await getShare(tx, one, 'FOR UPDATE OF s')
    sameVersion(share, before)
    const standing = {
      emergency: share.emergencyReason !== null,
      reviewed: share.review !== null,
      sharedBy: share.sharedBy.id,
    }
    refuseOn(reviewedByAnother(standing, tx.reader.account))
    const set = { reviewed_at: tx.now, reviewed_by: tx.reader.account, review: words, version: share.version + 1 }
    await tx.db.updateTable('share').set(set).where('id', '=', one).execute()
    await meetReview(tx, one)
    const record = await getRecord(tx, share.kind, share.record)
    const entry = `Reviewed what was shared with ${share.agency.name} in an emergency: ${words}`
    await addEntry(tx, record.id, record.guards, { kind: 'note', words: entry })
    return { id: one, record: record.id, kind: share.kind }
  },
})
