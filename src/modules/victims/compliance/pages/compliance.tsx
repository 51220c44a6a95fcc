import type { z } from 'zod'
import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { CALLBACKS, COMPLIANCE, COMPLIANCE_EXPORT } from '../addresses.ts'
import { DRAWERS } from '../commands/draw-callbacks.ts'
import { showCompliance } from '../queries/show-compliance.ts'
import { RIGHT_NUMBERS, RIGHTS } from '../rules/rights.ts'
import { STANDARD, VICTIMS } from '../../addresses.ts'
import { PAGE_SETTING } from '../../own-page/addresses.ts'
import { SETTERS } from '../../writers.ts'
import { PERIODS } from '../queries/model.ts'
import { RightsTable, RulesTable } from './parts/rights-table.tsx'
import { Said } from './parts/said.tsx'
import { Teams } from './parts/teams.tsx'

export type ComplianceModel = z.output<typeof showCompliance.output>

const PERIOD_WORDS = { '1': 'That month', '3': 'Three months to then', '12': 'Twelve months to then' } as const

export const compliancePage = page({ path: COMPLIANCE, query: showCompliance, view: complianceView })

function complianceView(model: ComplianceModel, context: PageContext): View {
  const { month, period, computedAt } = model
  const sets = SETTERS.some((role) => context.reader.roles.includes(role))
  const draws = DRAWERS.some((role) => context.reader.roles.includes(role))
  return {
    section: 'investigate',
    title: 'Is the Victims’ Code kept?',
    lead:
      month === null ? (
        'Counted from the duties every day at 05:00'
      ) : (
        <>
          What the force owed to victims and was due {period === 1 ? 'in' : `in the ${period} months to`}{' '}
          {formatMonth(month)}.{' '}
          {computedAt !== null && (
            <>
              Counted <Time instant={computedAt} />
            </>
          )}
        </>
      ),
    back: { href: VICTIMS, text: 'Victims' },
    actions: [
      ...(month === null
        ? []
        : [{ text: 'Download for the commissioner (CSV)', href: address(COMPLIANCE_EXPORT, { month, period }) }]),
      ...(draws ? [{ text: 'Call-backs', href: CALLBACKS }] : []),
      ...(sets
        ? [
            { text: 'The force’s own standard', href: STANDARD },
            { text: 'Victims’ own pages', href: PAGE_SETTING },
          ]
        : []),
    ],
    body: (
      <>
        <Filters model={model} />
        {month === null ? (
          <EmptyState title="Nothing has been counted yet">
            When the first month is over in which something was owed to a victim, it stands here.
          </EmptyState>
        ) : (
          <Counted model={model} />
        )}
      </>
    ),
  }
}

function Counted({ model }: { readonly model: ComplianceModel }) {
  return (
    <>
      <h2>By right</h2>
      <p class="govuk-body">
        {model.published
          ? 'Whole force. Counts from 1 to 4 are withheld, and others with them so that none can be worked out.'
          : 'Counted are duties that you may open.'}{' '}
        A right with anything unknown is not shown as met. What was waived counts as not met. What was owed under the
        code of 2015 is counted under the right that it became.
      </p>
      <RightsTable model={model} />
      {model.right !== null && <RulesTable model={model} />}
      <h2>By team</h2>
      <Teams model={model} />
      <h2>What victims said</h2>
      <Said said={model.said} />
    </>
  )
}

function Filters({ model }: { readonly model: ComplianceModel }) {
  const { month, period, right, area, unit, months, areas, units } = model
  if (month === null) return null
  const places = (of: ComplianceModel['areas']) => of.map(({ id, name }) => ({ value: String(id), text: name }))
  return (
    <>
      <FilterBar
        action={COMPLIANCE}
        values={{
          month,
          period: String(period),
          area: area === null ? '' : String(area),
          unit: unit === null ? '' : String(unit),
          right: right === null ? '' : String(right),
        }}
        clearHref={
          area === null && unit === null && right === null ? undefined : address(COMPLIANCE, { month, period })
        }
      >
        <SelectField
          name="month"
          label="Month"
          options={months.map((one) => ({ value: one, text: formatMonth(one) }))}
        />
        <SelectField
          name="period"
          label="Added up"
          options={PERIODS.map((value) => ({ value, text: PERIOD_WORDS[value] }))}
        />
        <SelectField name="area" label="Area" placeholder="Whole force" options={places(areas)} />
        <SelectField name="unit" label="Team" placeholder="Any" options={places(units)} />
        <SelectField
          name="right"
          label="Rules of right"
          placeholder="None"
          options={RIGHT_NUMBERS.map((one) => ({ value: String(one), text: `${one}. ${RIGHTS[one]}` }))}
        />
      </FilterBar>
      <p class="govuk-body">
        How it is counted: <Link href="/effectiveness/measures/VC-TIMELY">the measure VC-TIMELY</Link>
      </p>
    </>
  )
}
