import type { z } from 'zod'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { HiddenField } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { Alert } from '#ui/moj/alert.tsx'
import { month } from '#ui/words/dates.ts'
import { count } from '#ui/words/numbers.ts'
import { MOST_COUNTED } from '#kernel/duties/count-open.ts'
import { SCOPES, type Scope } from '#kernel/duties/scope.ts'
import type { listDuties } from '../queries/list-duties.ts'
import type { DutyLine } from '#kernel/duties/lines.ts'
import { address, queryOf } from '../rules/address.ts'
import { isEnded, STANDING_CODES, STANDINGS } from '#kernel/duties/standings.ts'
import { DueTime, DutyState } from '#kernel/duties/time-cell.tsx'
import { Reference } from '#ui/blocks/reference.tsx'

export const DUTIES = '/work/duties'

const TITLES = {
  me: 'What do I owe, and by when?',
  team: 'What does my team owe, and by when?',
  area: 'What is owed in my area, and by when?',
} as const satisfies Record<Scope, string>

const SCOPE_WORDS = { me: 'Mine', team: 'My team’s', area: 'My area’s' } as const satisfies Record<Scope, string>

type Model = z.output<ReturnType<typeof listDuties>['output']>

/** What somebody, their team or their area owes, by time left. */
export const dutiesPage = (query: ReturnType<typeof listDuties>) => page({ path: DUTIES, query, view: dutiesView })

function dutiesView(model: Model, { url, now, done }: PageContext): View {
  const { of: given, standing, due, rule, area, unit, after } = queryOf(url)
  const of = SCOPES.find((scope) => scope === given) ?? 'me'
  const kept = { of: of === 'me' ? null : of, rule, standing, due, area, unit }
  const ended = STANDING_CODES.some((code) => code === standing && isEnded(code))
  const filtered = [rule, standing, due, area, unit].some((value) => value !== undefined && value !== '')
  return {
    section: 'work',
    title: due === undefined || due === '' ? TITLES[of] : `What fell due in ${month(due)}?`,
    lead: <Counts counts={model.counts} />,
    ...(done === 'handed-on' && {
      notice: <Alert variant="success" title="It is handed on, and they were told." role="status" />,
    }),
    body: (
      <>
        <FilterBar
          action={DUTIES}
          values={{ of, rule: rule ?? '', standing: standing ?? '' }}
          clearHref={filtered ? address(DUTIES, { of: kept.of }) : undefined}
        >
          <SelectField name="of" label="Whose" options={SCOPES.map((value) => ({ value, text: SCOPE_WORDS[value] }))} />
          <SelectField
            name="standing"
            label="How they stand"
            placeholder="Owed now"
            options={STANDING_CODES.map((value) => ({ value, text: STANDINGS[value].words }))}
          />
          {model.rules.length > 0 && (
            <SelectField
              name="rule"
              label="Rule"
              placeholder="Any"
              options={model.rules.map(({ code, title }) => ({ value: code, text: `${code} ${title}` }))}
            />
          )}
          {[
            ['due', due],
            ['area', area],
            ['unit', unit],
          ].map(
            ([name = '', value]) => value !== undefined && value !== '' && <HiddenField name={name} value={value} />,
          )}
        </FilterBar>
        <DutyTable duties={model.duties} of={of} ended={ended} now={now} filtered={filtered} />
        <Further next={model.next} kept={kept} begun={after === undefined || after === ''} />
      </>
    ),
  }
}

function Counts({ counts }: Pick<Model, 'counts'>) {
  const words = (number: number) => (number >= MOST_COUNTED ? `${count(MOST_COUNTED)} or more` : count(number))
  return (
    <>
      Owed now: <strong>{words(counts.overdue)} overdue</strong>, {words(counts.today)} due today, {words(counts.week)}{' '}
      in the seven days after
    </>
  )
}

const ABOUT = {
  header: 'About',
  nowrap: true,
  cell: ({ about }: DutyLine) => (about === null ? '' : <Reference href={about.href}>{about.reference}</Reference>),
}

function placeOf({ area, unit }: DutyLine, of: Scope): string | null {
  return of === 'area' ? area : unit
}

interface DutyTableProps {
  readonly duties: readonly DutyLine[]
  readonly of: Scope
  readonly ended: boolean
  readonly now: Date
  readonly filtered: boolean
}

function DutyTable({ duties, of, ended, now, filtered }: DutyTableProps) {
  return (
    <DataTable
      caption="Duties by time left"
      captionHidden
      columns={[
        {
          header: 'What is owed',
          cell: ({ id, title, rule }) => (
            <>
              <a class="govuk-link" href={`${DUTIES}/${id}`}>
                {title}
              </a>
              <span class="fp-second">{rule}</span>
            </>
          ),
        },
        ...(duties.some(({ about }) => about !== null) ? [ABOUT] : []),
        {
          header: ended ? 'How it ended' : 'Time left',
          phoneLabel: false,
          cell: (duty) => <DutyState duty={duty} now={now} />,
          nowrap: true,
        },
        { header: 'Due', cell: ({ dueAt }) => <DueTime dueAt={dueAt} now={now} />, nowrap: true },
        ...(ended
          ? [
              {
                header: 'Ended',
                cell: (duty: DutyLine) => (duty.endedAt === null ? '' : <Time instant={duty.endedAt} />),
              },
            ]
          : []),
        ...(of === 'me' ? [] : [{ header: 'Owed by', cell: (duty: DutyLine) => duty.owner ?? 'nobody yet' }]),
        ...(duties.some((duty) => placeOf(duty, of) !== null)
          ? [{ header: of === 'area' ? 'Area' : 'Unit', cell: (duty: DutyLine) => placeOf(duty, of) ?? '' }]
          : []),
      ]}
      rows={duties}
      empty={
        <EmptyState title={filtered ? 'None of this kind' : 'Nothing is owed'}>
          {filtered
            ? 'Clear the filters to see all that is owed.'
            : 'When something must be done by a time, it stands here with the time that is left.'}
        </EmptyState>
      }
    />
  )
}

interface FurtherProps {
  readonly next: string | null
  readonly kept: Readonly<Record<string, string | null | undefined>>
  /** Whether this is the first page. */
  readonly begun: boolean
}

function Further({ next, kept, begun }: FurtherProps) {
  if (next === null && begun) return null
  return (
    <nav class="govuk-button-group" aria-label="More duties">
      {next !== null && (
        <a class="govuk-link" href={address(DUTIES, { ...kept, after: next })} rel="next">
          Next 50
        </a>
      )}
      {!begun && (
        <a class="govuk-link" href={address(DUTIES, kept)}>
          Back to the first
        </a>
      )}
    </nav>
  )
}
