import { getCivilDate, monthOf } from '#calculations/calendar/civil-date.ts'
import { addMonths, formatMonth, monthsBetween } from '#calculations/calendar/civil-month.ts'
import { AREA_KINDS } from '#kernel/areas/kinds.ts'
import { categoryWords } from '#kernel/occurrences/crime-types.ts'
import { form, page, type StaffRoute, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { CheckboxesField } from '#ui/forms/choice-fields.tsx'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { Form } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import { evaluateHref, evaluationHref, problemHref, PROBLEMS } from '../addresses.ts'
import { chooseEvaluation } from '../commands/choose-evaluation.ts'
import { evaluationForm, type EvaluationFormModel } from '../queries/evaluation-form.ts'
import { VICTIM_REPORTED } from '../rules/pop01-victim-reported.ts'
import { firstDayOf, lastDayOf } from '../rules/pop17-times.ts'

const ADDRESS = `${PROBLEMS}/:id/evaluate`

const own = page({ path: ADDRESS, query: evaluationForm, view: evaluateView })

export const evaluateRoutes: readonly StaffRoute[] = [
  own,
  form({
    path: ADDRESS,
    command: chooseEvaluation,
    page: own,
    next: ({ id }) => `${evaluationHref(id)}?done=chosen`,
  }),
]

function evaluateView(model: EvaluationFormModel, context: PageContext): View {
  const { head } = model
  return {
    section: 'prevent',
    title: 'What is compared with what?',
    lead: `${head.title}. Best chosen before the counts are known. The data goes to ${dayWithYear(model.lastDay)}`,
    marking: head.marking,
    back: { href: problemHref(head.id), text: head.title },
    body: (
      <>
        <h2>What, where and when</h2>
        <First model={model} errors={context.errors} />
        <h2>Beside what</h2>
        <Second model={model} context={context} />
      </>
    ),
  }
}

/** Proposed from the plan; what is changed here makes other areas likely, so they are proposed anew. */
function First({ model, errors }: { readonly model: EvaluationFormModel; readonly errors: PageContext['errors'] }) {
  const { head, areas, treated, categories, times } = model
  const months = monthsAround(model)
  const starts = months.map((month) => ({ value: firstDayOf(month), text: formatMonth(month) }))
  const ends = months.map((month) => ({ value: lastDayOf(month), text: formatMonth(month) }))
  return (
    <Form
      action={evaluateHref(head.id)}
      method="get"
      values={{ treated: treated.map(String), categories, ...times }}
      errors={errors}
      class="fp-prose"
    >
      <CheckboxesField
        name="categories"
        label="What is counted"
        choices={VICTIM_REPORTED.map((value) => ({ value, text: categoryWords(value) }))}
      />
      <CheckboxesField
        name="treated"
        label="Where it was done"
        hint="One kind of area: all wards, or all neighbourhoods"
        choices={areas.map(({ id, name, kind }) => ({
          value: String(id),
          text: `${name} (${AREA_KINDS[kind].words.toLowerCase()})`,
        }))}
      />
      <SelectField name="beforeFrom" label="Before: from" options={withDay(starts, times.beforeFrom)} />
      <SelectField name="beforeTo" label="Before: to the end of" options={withDay(ends, times.beforeTo)} />
      <SelectField name="afterFrom" label="After: from" options={withDay(starts, times.afterFrom)} />
      <SelectField name="afterTo" label="After: to the end of" options={withDay(ends, times.afterTo)} />
      <Button classes="govuk-button--secondary">Propose areas for this</Button>
    </Form>
  )
}

/** Chosen by a person: nothing is ticked that nobody ticked. */
function Second({ model, context }: { readonly model: EvaluationFormModel; readonly context: PageContext }) {
  const { head, before, proposals, treated, categories, times } = model
  const typed = Object.keys(context.errors).length > 0
  const ids = (areas: readonly { readonly id: number }[] = []) => areas.map(({ id }) => String(id))
  const stored = { comparison: ids(before?.comparison), ring: ids(before?.ring) }
  const listed = withChosen(proposals.comparison, before?.comparison ?? [])
  return (
    <Form
      action={context.url}
      csrf={context.csrf}
      idempotencyKey={context.key}
      version={head.version}
      errors={context.errors}
      values={typed ? context.values : stored}
      class="fp-prose"
    >
      {treated.map((id) => (
        <input type="hidden" name="treated" value={id} />
      ))}
      {categories.map((category) => (
        <input type="hidden" name="categories" value={category} />
      ))}
      {Object.entries(times).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {listed.length === 0 ? (
        <p class="govuk-body">There is no area to compare with. {proposals.unordered}</p>
      ) : (
        <CheckboxesField
          name="comparison"
          label="Compare with areas where nothing was done"
          hint={
            proposals.unordered === null
              ? 'Those that went most alike before come first. You know what else was done there; the counts do not'
              : `In no order of likeness. ${proposals.unordered}`
          }
          choices={listed.map(({ id, name, reasons }) => ({
            value: String(id),
            text: name,
            ...(reasons.length > 0 && { hint: reasons.join(' ') }),
          }))}
        />
      )}
      {proposals.leftOut.length > 0 && (
        <p class="govuk-body">
          Left out: {proposals.leftOut.map(({ why, areas }) => `${areas} (${why.replace(/\.$/, '')})`).join('; ')}.
        </p>
      )}
      {proposals.ring.length === 0 ? (
        <p class="govuk-body">No area around it is known, so whether it moved there cannot be asked.</p>
      ) : (
        <CheckboxesField
          name="ring"
          label="Areas around it, into which it could move"
          hint={proposals.ringBy}
          choices={proposals.ring.map(({ id, name }) => ({ value: String(id), text: name }))}
        />
      )}
      <TextArea name="reason" label="Why these areas and times" rows={3} />
      <FormActions submit="Choose" cancel={{ href: evaluationHref(head.id) }} />
    </Form>
  )
}

/** Three years back and one on. */
function monthsAround({ lastDay, times }: EvaluationFormModel) {
  const last = monthOf(getCivilDate(lastDay))
  const [first, until] = [monthOf(getCivilDate(times.beforeFrom)), monthOf(getCivilDate(times.afterTo))]
  const [early, late] = [addMonths(last, -36), addMonths(last, 12)]
  return monthsBetween(first < early ? first : early, until > late ? until : late)
}

/** A day within a month, which only an address can ask for, is offered as it is. */
function withDay(options: readonly { readonly value: string; readonly text: string }[], day: string) {
  return options.some(({ value }) => value === day) ? options : [{ value: day, text: dayWithYear(day) }, ...options]
}

function withChosen(
  proposed: EvaluationFormModel['proposals']['comparison'],
  chosen: readonly { readonly id: number; readonly name: string }[],
) {
  const others = chosen.filter(({ id }) => !proposed.some((one) => one.id === id))
  return [...others.map((area) => ({ ...area, reasons: ['Chosen before.'] })), ...proposed]
}
