import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { addDays, getCivilDate } from '#calculations/calendar/civil-date.ts'
import { query, command } from '#kernel/operations.ts'
import { version, sameVersion } from '#kernel/organisation/versions.ts'
import { today } from '#kernel/organisation/today.ts'
import { agreementView, getAgreement, readAgencies } from '#kernel/sharing/agreements.ts'
import { CLASS_NAMES, GATEWAY_NAMES, PURPOSE_NAMES } from '#kernel/sharing/lists.ts'
import { asService } from '#platform/db/as-service.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { about } from '#platform/operations/define.ts'
import { choice, choices, civilDate, id, optionalCivilDate, text } from '#platform/forms/fields.ts'
import { meetAgreementReview, oweAgreementReview } from '../duties/owed.ts'
import { tellEnded } from '../tell.ts'
import { AGREE } from '../writers.ts'

const output = z.object({ id: z.string() })
const access = { staff: AGREE } as const
const purpose = 'work with partners'
const subjects = (_input: unknown, { id: one }: z.output<typeof output>) => [{ kind: 'sharing-agreement', id: one }]

const several = z.union([z.array(id('Agency')).max(50), id('Agency').transform((one) => [one])]).optional()

export const agreementForm = query({
  name: 'agreement.form',
  summary: 'Begin an agreement on sharing: the agencies that there are',
  input: z.object({}),
  output: z.object({ agencies: z.array(z.object({ id: z.int(), name: z.string() })) }),
  access,
  purpose,
  audit: { event: 'agreement.form-opened', subjects: about.nobody },
  run: async (tx) => ({ agencies: [...(await readAgencies(tx))] }),
})

export const makeAgreement = command({
  name: 'agreement.make',
  summary: 'Keep an agreement on sharing: with whom, by which gateway, what for, which data, from and until when',
  input: z.object({
    title: text('What it is called', 150),
    agencies: several.transform((value) => value ?? []),
    gateway: choice('The lawful gateway', GATEWAY_NAMES),
    purposes: choices('What for', PURPOSE_NAMES),
    classes: choices('What may be opened', CLASS_NAMES),
    fromOn: civilDate('The first day'),
    untilOn: civilDate('The last day'),
    reviewOn: civilDate('The review'),
  }),
  output,
  access,
  purpose,
  audit: {
    event: 'agreement.made',
    subjects,
    detail: ({ agencies, gateway, untilOn }) => ({ agencies, gateway, untilOn }),
  },
  async run(tx, input) {
    const known = (await readAgencies(tx)).map((agency) => agency.id)
    const wrong = {
      ...(input.agencies.length === 0 && { agencies: 'Choose at least one agency' }),
      ...(input.agencies.some((one) => !known.includes(one)) && { agencies: 'Choose the agencies from the list' }),
      ...(input.purposes.length === 0 && { purposes: 'Choose at least one purpose' }),
      ...(input.classes.length === 0 && { classes: 'Choose what may be opened' }),
      ...(input.untilOn < input.fromOn && { untilOn: 'The last day must be on or after the first' }),
      ...(input.untilOn > addDays(getCivilDate(input.fromOn), 5 * 366) && {
        untilOn: 'An agreement lasts five years at most, then it is made anew',
      }),
      ...((input.reviewOn < input.fromOn || input.reviewOn > input.untilOn) && {
        reviewOn: 'The review must be within the agreement',
      }),
    }
    if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
    const made = randomUUID()
    await tx.db
      .insertInto('sharing_agreement')
      .values({
        id: made,
        title: input.title,
        agencies: input.agencies,
        gateway: input.gateway,
        purposes: input.purposes,
        classes: input.classes,
        from_on: input.fromOn,
        until_on: input.untilOn,
        review_on: input.reviewOn,
        made_by: tx.reader.account ?? '',
        made_at: tx.now,
      })
      .execute()
    await oweAgreementReview(tx, { id: made, title: input.title, reviewOn: input.reviewOn }, 'agreement.made')
    return { id: made }
  },
})

export const endAgreement = command({
  name: 'agreement.end',
  summary: 'End an agreement before its last day, with the reason; all that is shared under it ends with it',
  input: z.object({ id: z.uuid(), version, reason: text('The reason', 500) }),
  output,
  access,
  purpose,
  audit: { event: 'agreement.ended', subjects },
  async run(tx, { id: wanted, version: seen, reason }) {
    const agreement = await getAgreement(tx, wanted, 'FOR UPDATE OF a')
    sameVersion(agreement, seen)
    if (agreement.endedAt !== null || agreement.untilOn < today(tx))
      throw new Invalid({ '': 'This agreement has ended already.' })
    const end = { ended_at: tx.now, ended_by: tx.reader.account, ended_reason: reason }
    await tx.db
      .updateTable('sharing_agreement')
      .set({ ...end, version: agreement.version + 1 })
      .where('id', '=', wanted)
      .execute()
    const shares = await asService(tx, () =>
      tx.db
        .updateTable('share')
        .set((set) => ({ ...end, ended_reason: `The agreement was ended: ${reason}`, version: set('version', '+', 1) }))
        .where('agreement_id', '=', wanted)
        .where('ended_at', 'is', null)
        .where('until_on', '>=', today(tx))
        .returning(['id', 'record_id as record', 'record_kind as kind', 'owner_id as owner', 'shared_by as sharedBy'])
        .execute(),
    )
    await tellEnded(tx, shares)
    await meetAgreementReview(tx, wanted, 'The agreement was ended')
    return { id: wanted }
  },
})

export const reviewAgreement = command({
  name: 'agreement.review',
  summary: 'Review an agreement on sharing: what you found, and by which day it is to be reviewed again',
  input: z.object({
    id: z.uuid(),
    version,
    words: text('What you found', 1000),
    /** None: it is not looked at again before its last day. */
    reviewOn: optionalCivilDate('The next review'),
  }),
  output,
  access,
  purpose,
  audit: { event: 'agreement.reviewed', subjects, detail: ({ reviewOn }) => ({ reviewOn }) },
  async run(tx, { id: wanted, version: seen, words, reviewOn }) {
    const agreement = await getAgreement(tx, wanted, 'FOR UPDATE OF a')
    sameVersion(agreement, seen)
    if (agreement.endedAt !== null) throw new Invalid({ '': 'This agreement was ended: there is nothing to review.' })
    if (reviewOn !== null && (reviewOn <= today(tx) || reviewOn > agreement.untilOn))
      throw new Invalid({ reviewOn: 'The next review must be after today and within the agreement' })
    const set = { reviewed_at: tx.now, reviewed_by: tx.reader.account, review: words, version: agreement.version + 1 }
    await tx.db
      .updateTable('sharing_agreement')
      .set({ ...set, ...(reviewOn !== null && { review_on: reviewOn }) })
      .where('id', '=', wanted)
      .execute()
    await meetAgreementReview(tx, wanted, 'Reviewed')
    if (reviewOn !== null)
      await oweAgreementReview(tx, { id: wanted, title: agreement.title, reviewOn }, 'agreement.reviewed')
    return { id: wanted }
  },
})

export const agreementActForm = query({
  name: 'agreement.act-form',
  summary: 'Begin to review or end an agreement on sharing: it as it stands',
  input: z.object({ id: z.uuid() }),
  output: z.object({ agreement: agreementView }),
  access,
  purpose,
  audit: { event: 'agreement.form-opened', subjects: ({ id: one }) => [{ kind: 'sharing-agreement', id: one }] },
  run: async (tx, { id: one }) => ({ agreement: await getAgreement(tx, one) }),
})
