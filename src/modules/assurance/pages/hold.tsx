import { form, page } from '#kernel/web/view.ts'
import { Time } from '#ui/blocks/time.tsx'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { Form } from '#ui/forms/form.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { liftHold } from '../commands/lift-hold.ts'
import { showHold } from '../queries/holds.ts'
import { HoldOn } from './holds.tsx'

/** One hold, and the form that lifts it. */
export const holdPage = page({
  path: '/assurance/holds/:id',
  query: showHold,
  view: (hold, { csrf, key, errors, values }) => ({
    section: 'assurance',
    title: hold.liftedAt === null ? 'Lift this hold?' : 'A hold that was lifted',
    lead: 'Once lifted, what was under it follows the rules of disposal again, from the next night on.',
    marking: 'OFFICIAL-SENSITIVE',
    back: { href: '/assurance/holds', text: 'Legal holds' },
    body: (
      <>
        <SummaryList
          rows={[
            { key: { text: 'On' }, value: { text: <HoldOn hold={hold} /> } },
            { key: { text: 'Why' }, value: { text: hold.reason } },
            { key: { text: 'Placed by' }, value: { text: hold.placedBy } },
            { key: { text: 'Placed' }, value: { text: <Time instant={hold.placedAt} /> } },
            hold.liftedAt !== null && {
              key: { text: 'Lifted' },
              value: {
                text: (
                  <>
                    <Time instant={hold.liftedAt} /> by {hold.liftedBy}: {hold.liftedReason}
                  </>
                ),
              },
            },
          ]}
        />
        {hold.liftedAt === null && (
          <Form action={`/assurance/holds/${hold.id}`} csrf={csrf} idempotencyKey={key} errors={errors} values={values}>
            <TextArea name="reason" label="Why it is lifted" rows={3} />
            <FormActions submit="Lift hold" warning cancel={{ href: '/assurance/holds' }} />
          </Form>
        )}
      </>
    ),
  }),
})

export const liftHoldForm = form({
  path: '/assurance/holds/:id',
  command: liftHold,
  page: holdPage,
  next: () => '/assurance/holds?done=lifted',
})
