import type { StaffRoute } from '#kernel/web/view.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import { CheckboxesField, RadiosField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { checkPlan, reopenPlan } from '../../commands/after-closing.ts'
import { closePlan, keepOpen, proposeClosing } from '../../commands/close-plan.ts'
import { acceptPlan, rejectPlan } from '../../commands/decide-proposal.ts'
import { advancePlan, backToAnalysis, holdPlan, resumePlan } from '../../commands/move-plan.ts'
import { HELD, OUTCOMES } from '../../reference/lists.ts'
import { STAGES } from '../../rules/pop05-stages.ts'
import { act, backSaying } from './act.tsx'

const reason = (label = 'Reason') => <TextArea name="reason" label={label} rows={4} />

/** From stage to stage, to the end, and after it. */
export const movingRoutes: readonly StaffRoute[] = [
  ...act(
    {
      path: 'accept',
      title: 'Accept this problem?',
      lead: 'Its stages and reviews are owed from then on',
      submit: 'Accept',
    },
    acceptPlan,
    backSaying('accepted'),
  ),
  ...act(
    { path: 'reject', title: 'Why is it not worked on?', submit: 'Reject', fields: () => reason() },
    rejectPlan,
    backSaying('rejected'),
  ),
  ...act(
    {
      path: 'advance',
      title: 'Is this stage done?',
      submit: 'Go on to the next stage',
      fields: ({ page }) =>
        page.missing.length === 0 ? (
          <p class="govuk-body">All that {STAGES[page.stage].toLowerCase()} needs is there.</p>
        ) : (
          <>
            <p class="govuk-body">It still needs:</p>
            <ul class="govuk-list govuk-list--bullet">
              {page.missing.map((words) => (
                <li>{words}</li>
              ))}
            </ul>
          </>
        ),
    },
    advancePlan,
    backSaying('advanced'),
  ),
  ...act(
    {
      path: 'back',
      title: 'Why does it go back to the analysis?',
      submit: 'Go back to the analysis',
      fields: () => reason(),
    },
    backToAnalysis,
    backSaying('back'),
  ),
  ...act(
    {
      path: 'hold',
      title: 'Why is it put on hold, and until when?',
      lead: 'Its clocks stop; what is overdue stays so',
      submit: 'Put on hold',
      fields: () => (
        <>
          {reason()}
          <DateField name="until" label="Look at it again by" hint="For example, 31 3 2027" />
        </>
      ),
    },
    holdPlan,
    backSaying('held'),
  ),
  ...act(
    { path: 'resume', title: 'Let it go on?', lead: 'Where it was when it was put on hold', submit: 'Go on' },
    resumePlan,
    backSaying('resumed'),
  ),
  ...act(
    {
      path: 'propose-closing',
      title: 'How does it end?',
      lead: 'Somebody else of rank closes it',
      submit: 'Propose to close it',
      stored: () => ({ share: 'yes' }),
      fields: () => (
        <>
          <RadiosField name="outcome" label="How it ends" choices={choicesOf(OUTCOMES)} />
          {reason('Why it ends so')}
          <CheckboxesField
            name="share"
            label="What was learnt"
            choices={[{ value: 'yes', text: 'The whole force may read it; it names nobody' }]}
          />
        </>
      ),
    },
    proposeClosing,
    backSaying('closing-proposed'),
  ),
  ...act(
    {
      path: 'close',
      title: 'Close it as proposed?',
      submit: 'Close',
      fields: ({ page: { plan } }) => (
        <p class="govuk-body">
          {plan.outcome === null
            ? 'Nobody has proposed to close it yet.'
            : `${plan.closeProposedBy ?? 'Somebody'} proposes: ${OUTCOMES[plan.outcome]}. ${plan.outcomeReason ?? ''}`}
        </p>
      ),
    },
    closePlan,
    backSaying('closed'),
  ),
  ...act(
    { path: 'keep-open', title: 'Why is it not closed yet?', submit: 'Send back', fields: () => reason() },
    keepOpen,
    backSaying('kept-open'),
  ),
  ...act(
    {
      path: 'check',
      title: 'Did it hold?',
      lead: 'Looked at 3, 6 and 12 months after it was closed',
      submit: 'Save check',
      fields: () => (
        <>
          <RadiosField
            name="held"
            label="Since it was closed"
            choices={choicesOf({ held: HELD.held, 'not-held': HELD['not-held'], 'cannot-say': HELD['cannot-say'] })}
          />
          <TextArea name="words" label="What was seen" rows={4} />
        </>
      ),
    },
    checkPlan,
    backSaying('checked'),
  ),
  ...act(
    {
      path: 'reopen',
      title: 'Why is it opened again?',
      lead: 'The same problem at the same place, within six months',
      submit: 'Open again',
      fields: () => reason(),
    },
    reopenPlan,
    backSaying('reopened'),
  ),
]
