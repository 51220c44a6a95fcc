import { showUnitTree } from '#kernel/organisation/unit/tree.ts'
import { page } from '#kernel/web/view.ts'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { longDay } from '#ui/words/dates.ts'
import { plural } from '#ui/words/numbers.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { actionsFor, administers } from '../parts/may.ts'
import type { Place } from '../parts/place.ts'
import { branchesOf, type Branch } from './branch.ts'

/** Levels that are shown of a large agency; those below are on each unit's own page. */
const LEVELS_OF_MANY = 2
const MANY = 400

export const unitsPage = ({ base, section, readers }: Place) =>
  page({
    path: `${base}/units`,
    query: readers(showUnitTree),
    view: ({ on, agencies, units }, context) => {
      const shown = agencies
        .map((agency) => ({ ...agency, branches: branchesOf(units, agency.id) }))
        .filter(({ branches }) => branches.length > 0)
      return {
        section,
        title: 'How are the units arranged?',
        lead: `${plural(units.length, 'unit')}, as they stand on ${longDay(on)} ${on.slice(0, 4)}`,
        actions: actionsFor(administers(context), { text: 'Add a unit', href: '/administration/units/new' }),
        body: (
          <>
            <FilterBar action={`${base}/units`} values={{ on }} submit="Show that day">
              <DateField name="on" label="As they stood on" />
            </FilterBar>
            {shown.length === 0 && (
              <EmptyState title="No units on that day">
                Choose another day, or have an administrator add units.
              </EmptyState>
            )}
            {shown.map((agency) => (
              <section>
                <h2 class="govuk-heading-m">{agency.name}</h2>
                <Branches branches={agency.branches} base={base} levels={units.length > MANY ? LEVELS_OF_MANY : 20} />
              </section>
            ))}
          </>
        ),
      }
    },
  })

interface BranchesProps {
  readonly branches: readonly Branch[]
  readonly base: string
  readonly levels: number
}

function Branches({ branches, base, levels }: BranchesProps) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {branches.map(({ unit, below, people }) => (
        <li>
          <Link href={`${base}/units/${unit.id}`}>{unit.name}</Link> <Reference>{unit.code}</Reference>{' '}
          <span class="fp-soft">
            {plural(people, 'person', 'people')}
            {unit.areaName !== null && `, ${unit.areaName}`}
            {levels === 1 && below.length > 0 && `, ${plural(below.length, 'unit')} below`}
          </span>
          {levels > 1 && below.length > 0 && <Branches branches={below} base={base} levels={levels - 1} />}
        </li>
      ))}
    </ul>
  )
}
