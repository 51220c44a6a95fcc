import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Role } from '#kernel/access/roles.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import type { Command } from '#platform/operations/define.ts'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { victimHref, VICTIMS } from '../addresses.ts'
import { acknowledgeReview } from '../commands/rights/acknowledge-review.ts'
import { answerComplaint } from '../commands/rights/complaint.ts'
import { decideReview, takeReview } from '../commands/rights/decide-review.ts'
import { tellReview } from '../commands/rights/tell-review.ts'
import { complaintForm, reviewForm } from '../queries/open-victim.ts'
import type { ReviewView } from '../queries/rights-model.ts'
import { WAYS } from '../rules/contact-results.ts'
import { FINDINGS, wayOn } from '../rules/reviews.ts'
import { ComplaintFacts } from './parts/complaints.tsx'
import { ReviewFacts } from './parts/reviews.tsx'
import { nameOf } from './parts/who.tsx'

interface ReviewAct {
  readonly path: string
  readonly title: string
  readonly submit: string
  readonly done: string
  readonly fields: (review: ReviewView) => ComponentChildren
}

/** An act on a review that a victim asked for: under its own address below the victim’s. */
function reviewAct<I extends z.ZodType, O extends z.ZodType<{ readonly id: string }>>(
  { path, title, submit, done, fields }: ReviewAct,
  command: Command<Role, I, O>,
): readonly StaffRoute[] {
  const address = `${VICTIMS}/:id/reviews/:review/${path}`
  const own = page({
    path: address,
    query: reviewForm,
    view: ({ page: { parts, detail }, review }, context) => {
      const { id, marking, version, title: of } = parts.head
      return {
        section: 'investigate',
        title,
        lead: `${nameOf(detail)}. ${of}`,
        marking,
        back: { href: victimHref(id), text: nameOf(detail) },
        body: (
          <>
            <ReviewFacts review={review} />
            <ActForm context={context} submit={submit} cancel={victimHref(id)} version={version}>
              {fields(review)}
            </ActForm>
          </>
        ),
      }
    },
  })
  return [own, form({ path: address, command, page: own, next: ({ id }) => `${victimHref(id)}?done=${done}` })]
}

function Way() {
  return <SelectField name="way" label="Way" placeholder="Choose one" options={choicesOf(WAYS)} />
}

const answerAddress = `${VICTIMS}/:id/complaints/:complaint/answer`
const answerPage = page({
  path: answerAddress,
  query: complaintForm,
  view: ({ page: { parts, detail }, complaint }, context) => {
    const { id, marking, version, title } = parts.head
    return {
      section: 'investigate',
      title: 'Was it acknowledged, or answered?',
      lead: `${nameOf(detail)}. ${title}`,
      marking,
      back: { href: victimHref(id), text: nameOf(detail) },
      body: (
        <>
          <ComplaintFacts complaint={complaint} />
          <ActForm context={context} submit="Write it down" cancel={victimHref(id)} version={version}>
            <RadiosField
              name="act"
              label="What was done"
              choices={choicesOf({ acknowledge: 'Acknowledged', answer: 'Answered in full' })}
            />
            <Way />
            <TextArea name="words" label="What they were told" rows={4} />
          </ActForm>
        </>
      ),
    }
  },
})

/** A review from its arrival to its end, and the answer to a complaint. */
export const reviewActRoutes: readonly StaffRoute[] = [
  ...reviewAct(
    {
      path: 'acknowledge',
      title: 'Were they told that it arrived?',
      submit: 'It was acknowledged',
      done: 'acknowledged',
      fields: () => (
        <>
          <Way />
          <TextArea name="words" label="What was said" rows={3} />
        </>
      ),
    },
    acknowledgeReview,
  ),
  ...reviewAct(
    {
      path: 'take',
      title: 'Do you review it?',
      submit: 'I review it',
      done: 'review-taken',
      fields: ({ inScope }) => (
        <>
          <p class="govuk-body">
            An inspector or above, who did not make the decision and did not work on the case. What is written down here
            as your work on it is looked at.
          </p>
          {!inScope && <TextArea name="because" label="Why it is reviewed although it is out of scope" rows={3} />}
        </>
      ),
    },
    takeReview,
  ),
  ...reviewAct(
    {
      path: 'decide',
      title: 'What did the review find?',
      submit: 'Save the finding',
      done: 'review-decided',
      fields: () => (
        <>
          <RadiosField name="result" label="Finding" choices={choicesOf(FINDINGS)} />
          <TextArea name="reason" label="Why" hint="They are told this" rows={5} />
        </>
      ),
    },
    decideReview,
  ),
  ...reviewAct(
    {
      path: 'tell',
      title: 'Were they told?',
      submit: 'They were told',
      done: 'review-told',
      fields: ({ result, inScope, reasons }) => (
        <>
          {result === null && !inScope && (
            <p class="govuk-body">It is out of scope. Tell them every reason above. {wayOn(reasons)}.</p>
          )}
          <Way />
          <TextArea name="words" label="What was said" rows={4} />
        </>
      ),
    },
    tellReview,
  ),
  answerPage,
  form({
    path: answerAddress,
    command: answerComplaint,
    page: answerPage,
    next: ({ id }) => `${victimHref(id)}?done=answered`,
  }),
]
