import type { z } from 'zod'
import type { Measures } from '#kernel/measures/registry.ts'
import { londonDateAt, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { page, type View } from '#kernel/web/view.ts'
import { RulesList } from '#kernel/web/parts/rules-list.tsx'
import type { PageContext } from '#platform/http/routes.ts'
import { keysOf } from '#platform/edge.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { KeyFigure } from '#ui/blocks/key-figure.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { count, plural } from '#ui/words/numbers.ts'
import { FINDINGS, IMPORT, withFilters } from '../addresses.ts'
import { FRESHNESS, KINDS } from '../queries/finding-model.ts'
import { listFindings } from '../queries/list-findings.ts'
import { COLOURS } from '../rules/fnd01-colour.ts'
import { INSPECTORATE_STATUSES } from '../rules/fnd05-inspectorate.ts'
import { STAGES } from '../rules/fnd04-stages.ts'
import { writes } from '../writers.ts'
import { FINDING_RULES } from '../rules/rules.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { capital } from '#ui/words/capital.ts'
import { FindingsTable } from './parts/findings-table.tsx'
import { colourState } from './parts/states.tsx'

type Model = z.output<ReturnType<typeof listFindings>['output']>

export const findingsPage = (measures: Measures) =>
  page({ path: FINDINGS, query: listFindings(measures), view: findingsView })

function findingsView(model: Model, context: PageContext): View {
  const { findings, total, filter } = model
  const filtered = Object.values(filter).some((value) => value !== null)
  const all = Object.values(model.standing).reduce((sum, each) => sum + each, 0)
  const lead = filtered ? `${plural(total, 'finding')} of ${count(all)}` : plural(all, 'finding')
  return {
    section: 'effectiveness',
    title: 'What did inspectors find, and how does it stand?',
    lead: `${lead}, newest report first. Nothing is green that is not measured`,
    marking: findings.some(({ marking }) => marking !== 'OFFICIAL') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    actions: writes(context.reader.roles) ? [{ text: 'Import a report', href: IMPORT }] : [],
    body: (
      <>
        {all > 0 && <Standing standing={model.standing} />}
        <Filter model={model} filtered={filtered} />
        <FindingsTable
          findings={findings}
          today={todayOf(context)}
          empty={
            <EmptyState title={filtered ? 'No finding is like this' : 'No findings yet'}>
              {filtered ? (
                <Link href={FINDINGS}>Show all findings</Link>
              ) : writes(context.reader.roles) ? (
                <>
                  <Link href={IMPORT}>Import an inspection report</Link>: its findings are listed here, under their
                  questions.
                </>
              ) : (
                'When an inspection lead imports a report, the findings that you may open are listed here.'
              )}
            </EmptyState>
          }
        />
        <Pager
          page={model.page}
          pageSize={PAGE_SIZE}
          total={total}
          what={total === 1 ? 'finding' : 'findings'}
          href={(number) => withFilters(FINDINGS, { ...filter, page: number })}
        />
        <RulesList rules={FINDING_RULES} />
      </>
    ),
  }
}

export function todayOf({ now }: Pick<PageContext, 'now'>): CivilDate {
  return londonDateAt(now)
}

/** How many stand how; each opens its list. */
function Standing({ standing }: { readonly standing: Model['standing'] }) {
  return (
    <CardGrid columns={4}>
      {keysOf(COLOURS).map((colour) => (
        <Card title={capital(COLOURS[colour])} state={standing[colour] > 0 ? colourState(colour) : undefined}>
          <KeyFigure
            large
            value={count(standing[colour])}
            label={standing[colour] === 1 ? 'finding' : 'findings'}
            href={withFilters(FINDINGS, { colour })}
          />
        </Card>
      ))}
    </CardGrid>
  )
}

function Filter({ model, filtered }: { readonly model: Model; readonly filtered: boolean }) {
  return (
    <FilterBar action={FINDINGS} values={model.filter} {...(filtered && { clearHref: FINDINGS })}>
      <SelectField name="question" label="Question" placeholder="Any" options={model.questions} />
      <SelectField name="colour" label="How it stands" placeholder="Any" options={optionsOf(COLOURS)} />
      <SelectField name="kind" label="Kind" placeholder="Any" options={optionsOf(KINDS)} />
      <SelectField name="stage" label="The force says" placeholder="Any" options={optionsOf(STAGES)} />
      <SelectField
        name="inspectorate"
        label="The inspectorate says"
        placeholder="Any"
        options={optionsOf(INSPECTORATE_STATUSES)}
      />
      <SelectField name="evidence" label="Evidence" placeholder="Any" options={optionsOf(FRESHNESS)} />
      <SelectField name="owner" label="Owner" placeholder="Anybody" options={model.owners} />
    </FilterBar>
  )
}

function optionsOf(table: Readonly<Record<string, string>>) {
  return Object.entries(table).map(([value, words]) => ({ value, text: capital(words) }))
}
