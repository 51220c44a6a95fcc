import { page } from '#kernel/web/view.ts'
import { keysOf } from '#platform/edge.ts'
import { DataTable, type Column } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { count, plural } from '#ui/words/numbers.ts'
import { duration } from '#ui/words/dates.ts'
import { listRuns } from '../queries/list-runs.ts'
import type { Run } from '../queries/run-rows.ts'
import { RUN_STATES, runWords } from '../rules/run-words.ts'

const PATH = '/administration/jobs'
/** Waiting longer than this, something is wrong with the worker. */
const SLOW_SECONDS = 300

const columns: readonly Column<Run>[] = [
  {
    header: 'Work',
    cell: (run) => (
      <a class="govuk-link" href={`${PATH}/${run.id}`}>
        {run.title}
      </a>
    ),
  },
  { header: 'Asked for by', cell: (run) => run.who ?? 'runs by itself' },
  {
    header: 'State',
    cell: (run) => <StateTag state={RUN_STATES[run.state].tag}>{runWords(run)}</StateTag>,
    nowrap: true,
  },
  { header: 'Progress', cell: progressWords, align: 'tabular' },
  { header: 'Tries', cell: (run) => count(run.attempts), align: 'number' },
  { header: 'Asked', cell: (run) => <Time instant={run.askedAt} />, nowrap: true },
]

function progressWords({ done, total, state }: Run): string {
  if (state === 'waiting' || (done === 0 && total === null)) return ''
  return total === null ? count(done) : `${count(done)} of ${count(total)}`
}

/** The background work: one's own, or for an administrator everybody's. */
export const runsPage = page({
  path: PATH,
  query: listRuns,
  view: ({ runs, next, waiting, running, failed, lagSeconds }, { reader, url }) => {
    const query = new URLSearchParams(url.split('?')[1] ?? '')
    const state = query.get('state') ?? ''
    const all = reader.roles.includes('administrator')
    const link = (before: string | null): string =>
      `${PATH}?${new URLSearchParams({ ...(state !== '' && { state }), ...(before !== null && { before }) }).toString()}`
    return {
      section: 'work',
      title: 'What is running in the background?',
      lead: `${all ? 'Everybody’s work' : 'Your work'}: ${count(running)} under way, ${count(waiting)} waiting, ${plural(failed, 'failure', 'failures')} to look at`,
      ...(lagSeconds > SLOW_SECONDS && {
        warning: `The oldest has waited ${duration(lagSeconds / 60)}: the worker may not be running.`,
      }),
      body: (
        <>
          <FilterBar action={PATH} values={{ state }} clearHref={state === '' ? undefined : PATH}>
            <SelectField
              name="state"
              label="State"
              placeholder="Any"
              options={keysOf(RUN_STATES).map((value) => ({ value, text: RUN_STATES[value].words }))}
            />
          </FilterBar>
          <DataTable
            caption="Background work"
            captionHidden
            columns={columns}
            rows={runs}
            empty={
              <EmptyState title={state === '' ? 'Nothing has run yet' : 'Nothing in this state'}>
                Imports, exports and other long work that {all ? 'anybody starts' : 'you start'} can be followed here.
              </EmptyState>
            }
          />
          {(next !== null || query.has('before')) && (
            <nav class="govuk-button-group" aria-label="More work">
              {next !== null && (
                <a class="govuk-link" href={link(next)} rel="next">
                  Older work
                </a>
              )}
              {query.has('before') && (
                <a class="govuk-link" href={link(null)}>
                  Newest work
                </a>
              )}
            </nav>
          )}
        </>
      ),
    }
  },
})
