import { form, page } from '#kernel/web/view.ts'
import { HOLD_KINDS, type HoldKind } from '#platform/disposal/rule.ts'
import { keysOf } from '#platform/edge.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { Form } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { Alert } from '#ui/moj/alert.tsx'
import { plural } from '#ui/words/numbers.ts'
import { placeHold } from '../commands/place-hold.ts'
import { listHolds, type Hold } from '../queries/holds.ts'
import { address } from './address.ts'
import { NewerOlder } from './newer-older.tsx'

const PATH = '/assurance/holds'

const NOTICES: Readonly<Record<string, string>> = {
  placed: 'The hold is placed: nothing under it will be disposed of.',
  lifted: 'The hold is lifted: what was under it follows the rules of disposal again.',
}

/** The legal holds, and the form that places one. */
export const holdsPage = page({
  path: PATH,
  query: listHolds,
  view: ({ holds, next, live, showingLifted }, { csrf, key, errors, values, done, url }) => {
    const notice = done === null ? undefined : NOTICES[done]
    const here = address(PATH, { lifted: showingLifted ? 'yes' : null })
    return {
      section: 'assurance',
      title: 'What must not be disposed of?',
      lead: `${plural(live, 'live hold')}. A hold stays until somebody lifts it.`,
      marking: 'OFFICIAL-SENSITIVE',
      actions: [
        showingLifted
          ? { text: 'Show live holds', href: PATH }
          : { text: 'Show lifted holds', href: address(PATH, { lifted: 'yes' }) },
      ],
      ...(notice !== undefined && { notice: <Alert variant="success" title={notice} role="status" /> }),
      body: (
        <>
          <DataTable
            caption={showingLifted ? 'Lifted holds' : 'Live holds'}
            columns={[
              { header: 'On', cell: (hold) => <HoldOn hold={hold} /> },
              { header: 'Why', cell: (hold) => hold.reason },
              { header: 'Placed by', cell: (hold) => hold.placedBy },
              { header: 'Placed', cell: (hold) => <Time instant={hold.placedAt} />, nowrap: true },
              {
                header: showingLifted ? 'Lifted' : 'Lift',
                phoneLabel: showingLifted ? 'Lifted' : false,
                cell: (hold) =>
                  hold.liftedAt === null ? (
                    <a class="govuk-link" href={`${PATH}/${hold.id}`}>
                      Lift<span class="govuk-visually-hidden"> the hold on {hold.subject}</span>
                    </a>
                  ) : (
                    <>
                      <Time instant={hold.liftedAt} /> by {hold.liftedBy}: {hold.liftedReason}
                    </>
                  ),
              },
            ]}
            rows={holds}
            empty={
              <EmptyState title={showingLifted ? 'No hold was lifted yet' : 'No live holds'}>
                {showingLifted
                  ? 'When a hold is lifted it is listed here, with the reason.'
                  : 'Place one below when something is wanted for an inquest, a court or an inquiry.'}
              </EmptyState>
            }
          />
          <NewerOlder
            what="holds"
            newest={url.includes('before=') ? here : null}
            older={next === null ? null : address(PATH, { lifted: showingLifted ? 'yes' : null, before: next })}
          />
          {!showingLifted && (
            <section>
              <h2 class="govuk-heading-m">Place a hold</h2>
              <Form action={PATH} csrf={csrf} idempotencyKey={key} errors={errors} values={values}>
                <SelectField
                  name="kind"
                  label="What it is on"
                  placeholder="Choose"
                  options={keysOf(HOLD_KINDS).map((value) => ({ value, text: HOLD_KINDS[value] }))}
                />
                <TextField
                  name="subject"
                  label="The reference"
                  hint="As it stands at the head of its page"
                  mono
                  width={30}
                />
                <TextArea name="reason" label="The reason" hint="Such as an inquest, with its reference" rows={3} />
                <FormActions submit="Place hold" />
              </Form>
            </section>
          )}
        </>
      ),
    }
  },
})

const isHoldKind = (kind: string): kind is HoldKind => Object.hasOwn(HOLD_KINDS, kind)

export function HoldOn({ hold }: { readonly hold: Hold }) {
  return (
    <>
      {isHoldKind(hold.kind) ? HOLD_KINDS[hold.kind] : hold.kind} <Reference>{hold.subject}</Reference>
    </>
  )
}

export const placeHoldForm = form({
  path: PATH,
  command: placeHold,
  page: holdsPage,
  next: () => `${PATH}?done=placed`,
})
