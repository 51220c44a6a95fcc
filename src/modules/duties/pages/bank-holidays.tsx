import { form, page } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { Form } from '#ui/forms/form.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { Alert } from '#ui/moj/alert.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import { addHoliday, changeHoliday } from '../commands/bank-holiday-acts.ts'
import { listHolidays, showHoliday } from '../queries/bank-holidays.ts'

const PATH = '/administration/bank-holidays'
const DONE: Readonly<Record<string, string>> = {
  added: 'The bank holiday is added. Open duties are being worked out again.',
  changed: 'The bank holiday is changed. Open duties are being worked out again.',
}
const SOURCE_HINT = 'Such as the Royal proclamation, with its date'

/** The bank holidays that are coming, and the form for one that no rule gives. */
export const holidaysPage = page({
  path: PATH,
  query: listHolidays,
  view: ({ holidays }, { csrf, key, errors, values, done }) => ({
    section: 'administration',
    title: 'Which days do not count as working days?',
    lead: 'Bank holidays of England and Wales from today on, besides Saturdays and Sundays. By rule: the Banking and Financial Dealings Act 1971 and the yearly proclamations.',
    ...(done !== null &&
      DONE[done] !== undefined && {
        notice: <Alert variant="success" title={DONE[done]} role="status" />,
      }),
    body: (
      <>
        <DataTable
          caption="Bank holidays to come"
          captionHidden
          columns={[
            {
              header: 'Day',
              cell: ({ day, entered }) =>
                entered ? (
                  <a class="govuk-link" href={`${PATH}/${day}`}>
                    {dayWithYear(day)}
                  </a>
                ) : (
                  dayWithYear(day)
                ),
              nowrap: true,
            },
            { header: 'Name', cell: ({ title, observed }) => (observed ? title : `${title}: not kept on this day`) },
            {
              header: 'Where it comes from',
              cell: ({ source, enteredBy }) => (enteredBy === null ? source : `${source} (entered by ${enteredBy})`),
            },
          ]}
          rows={holidays}
          empty={<EmptyState title="No bank holidays">Add those that were proclaimed below.</EmptyState>}
        />
        <section>
          <h2 class="govuk-heading-m">Add one that was proclaimed or moved</h2>
          <Form action={PATH} csrf={csrf} idempotencyKey={key} errors={errors} values={values}>
            <DateField name="day" label="The day" />
            <TextField name="title" label="Its name" width={30} />
            <DateField name="movedFrom" label="The day it is moved from" optional />
            <TextArea name="source" label="Where it comes from" hint={SOURCE_HINT} rows={2} />
            <FormActions submit="Add bank holiday" />
          </Form>
        </section>
      </>
    ),
  }),
})

export const addHolidayForm = form({
  path: PATH,
  command: addHoliday,
  page: holidaysPage,
  next: () => `${PATH}?done=added`,
})

/** One that was entered, and the form that changes it. */
export const holidayPage = page({
  path: `${PATH}/:day`,
  query: showHoliday,
  view: (holiday, { csrf, key, errors, values }) => ({
    section: 'administration',
    title: `Change ${holiday.title}, ${dayWithYear(holiday.day)}`,
    lead: 'Open duties are worked out again after a change.',
    back: { href: PATH, text: 'Bank holidays' },
    body: (
      <Form
        action={`${PATH}/${holiday.day}`}
        csrf={csrf}
        idempotencyKey={key}
        version={holiday.version}
        errors={errors}
        values={{
          title: holiday.title,
          observed: holiday.observed ? 'yes' : 'no',
          source: holiday.source,
          ...values,
        }}
      >
        <TextField name="title" label="Its name" width={30} />
        <RadiosField
          name="observed"
          label="Is it a bank holiday?"
          choices={[
            { value: 'yes', text: 'Yes: it does not count as a working day' },
            { value: 'no', text: 'No: it is moved, or was entered by mistake' },
          ]}
        />
        <TextArea name="source" label="Where it comes from" hint={SOURCE_HINT} rows={2} />
        <FormActions submit="Save bank holiday" cancel={{ href: PATH }} />
      </Form>
    ),
  }),
})

export const changeHolidayForm = form({
  path: `${PATH}/:day`,
  command: changeHoliday,
  page: holidayPage,
  next: () => `${PATH}?done=changed`,
})
