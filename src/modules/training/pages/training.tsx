import type { z } from 'zod'
import { COMPETENCES } from '#kernel/competences/competences.ts'
import { TRAINING_HREF, trainingOfHref } from '#kernel/competences/hrefs.ts'
import { records } from '#kernel/competences/recorders.ts'
import { LAPSING_DAYS, STANDINGS } from '#kernel/competences/rules/trn02-standing.ts'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { page, type View } from '#kernel/web/view.ts'
import { keysOf } from '#platform/edge.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { KeyFigure } from '#ui/blocks/key-figure.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { HiddenField } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { count, plural } from '#ui/words/numbers.ts'
import { recordOfUnitHref } from '../addresses.ts'
import { listTraining } from '../queries/list-training.ts'
import { StandingTag } from '#kernel/competences/standing-tag.tsx'

type Model = z.output<typeof listTraining.output>

const COUNTED = {
  lapsed: 'lapsed',
  lapsing: `current, but lapsing within ${LAPSING_DAYS} days`,
  never: 'with nothing recorded',
  current: 'current for longer',
} as const satisfies Record<keyof typeof STANDINGS, string>

export const trainingPage = page({ path: TRAINING_HREF, query: listTraining, view: trainingView })

function trainingView(model: Model, context: PageContext): View {
  const { people, total, filter, ownUnit, day } = model
  const { name } = COMPETENCES[filter.competence]
  const may = records(context.reader.roles)
  const unit = filter.unit ?? ownUnit
  const own = context.reader.account
  return {
    section: 'work',
    title: 'Whose training is current?',
    lead: `${name}, as it stood on ${shortDayWithYear(day)}: of officers and staff of neighbourhood teams, those whose training you may see`,
    notice: doneNotice(context, { recorded: 'Course recorded' }),
    actions: [
      ...(may && unit !== null ? [{ text: 'Record a course', href: recordOfUnitHref(unit) }] : []),
      ...(own === null ? [] : [{ text: 'Your own training', href: trainingOfHref(own) }]),
    ],
    body: (
      <>
        <Card title={`${name}: how many stand how`}>
          {keysOf(STANDINGS).map((standing) => (
            <KeyFigure
              value={count(model.standings[standing])}
              label={COUNTED[standing]}
              href={address(TRAINING_HREF, { ...filter, standing })}
            />
          ))}
        </Card>
        <Filters model={model} />
        <DataTable
          caption="People and how their training stands"
          captionHidden
          rows={people}
          empty={
            <EmptyState title="Nobody here">
              {may
                ? 'Nobody of a neighbourhood team whom you supervise or lead is so. Clear the filters to see everybody.'
                : 'You are in no neighbourhood team, or your training stands otherwise. What was recorded of you is on the page “Your own training”.'}
            </EmptyState>
          }
          columns={[
            {
              header: 'Person',
              cell: ({ account, name: who }) => <Link href={trainingOfHref(account)}>{who}</Link>,
            },
            {
              header: 'Team',
              cell: ({ unitName, areaName }) => (
                <>
                  {unitName}
                  {areaName !== null && <span class="fp-second">{areaName}</span>}
                </>
              ),
            },
            { header: 'How it stands', phoneLabel: false, cell: (person) => <StandingTag stands={person} /> },
            {
              header: 'Last course',
              nowrap: true,
              cell: ({ gainedOn }) => (gainedOn === null ? 'none' : shortDayWithYear(gainedOn)),
            },
          ]}
        />
        <Pager
          page={model.page}
          pageSize={PAGE_SIZE}
          total={total}
          what={total === 1 ? 'person' : 'people'}
          href={(number) => address(TRAINING_HREF, { ...filter, page: number })}
        />
        {model.hidden !== null && model.hidden > 0 && (
          <p class="govuk-body">
            {plural(model.hidden, 'more person', 'more people')} there, whose training you may not see: whoever
            supervises or leads them does.
          </p>
        )}
      </>
    ),
  }
}

function Filters({ model: { filter, areas, units } }: { readonly model: Model }) {
  const filtered = filter.area !== null || filter.unit !== null || filter.standing !== null || filter.month !== null
  const standings = keysOf(STANDINGS).map((value) => ({ value, text: STANDINGS[value] }))
  return (
    <FilterBar action={TRAINING_HREF} values={filter} {...(filtered && { clearHref: TRAINING_HREF })}>
      <HiddenField name="month" value={filter.month ?? undefined} />
      <SelectField name="area" label="Area" placeholder="Any" options={areas} />
      <SelectField name="unit" label="Team" placeholder="Any" options={units} />
      <SelectField name="standing" label="How it stands" placeholder="Any" options={standings} />
    </FilterBar>
  )
}
