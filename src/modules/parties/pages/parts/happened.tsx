import { ROLES_IN_OCCURRENCES } from '#kernel/parties/words.ts'
import { partyHref } from '#kernel/parties/hrefs.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { categoryWords } from '#kernel/occurrences/crime-types.ts'
import { Card } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { Timeline } from '#ui/moj/timeline.tsx'
import { capital } from '#ui/words/capital.ts'
import type { PartyPage } from '../../queries/open-party.ts'
import { HAPPENINGS_A_PAGE, type Happening } from '../../queries/roles.ts'
import { timesWords } from '../../rules/pty04-times.ts'
import { happenedWords, whatWords } from '../words.ts'

type Page = Pick<PartyPage, 'kind' | 'id' | 'counts' | 'happened' | 'asked'>

/** How often, by role, in sentences; of what this reader may see. */
export function Times({ counts }: Pick<Page, 'counts'>) {
  return (
    <ul class="fp-times">
      {timesOf(counts).map((words) => (
        <li>{words}</li>
      ))}
    </ul>
  )
}

/** Counts of one role in several kinds of things are one count: nothing is of two kinds. */
export function timesOf(counts: Page['counts']): readonly string[] {
  const roles = new Map<string, Page['counts'][number]>()
  for (const one of counts) {
    const before = roles.get(one.role)
    roles.set(one.role, {
      ...one,
      total: one.total + (before?.total ?? 0),
      recent: one.recent + (before?.recent ?? 0),
    })
  }
  return [...roles.values()].toSorted((a, b) => b.recent - a.recent || b.total - a.total).map(timesWords)
}

/** How often, and what is chosen of it: beside what happened. */
export function HowOften({ page: { kind, id, counts, asked } }: { readonly page: Page }) {
  if (counts.length === 0) return null
  const path = partyHref(kind, id)
  const filtered = asked.role !== null || asked.what !== null
  const roles = [...new Set(counts.map(({ role }) => role))]
  const kinds = [...new Set(counts.map(({ what }) => what))]
  return (
    <Card title="How often">
      <Times counts={counts} />
      {(roles.length > 1 || kinds.length > 1 || filtered) && (
        <FilterBar
          action={path}
          values={{ role: asked.role ?? '', what: asked.what ?? '' }}
          {...(filtered && { clearHref: path })}
        >
          <SelectField
            name="role"
            label="Role"
            placeholder="Any"
            options={roles.map((role) => ({ value: role, text: ROLES_IN_OCCURRENCES[role].words }))}
          />
          <SelectField
            name="what"
            label="Kind"
            placeholder="Any"
            options={kinds.map((what) => ({ value: what, text: whatWords(what) }))}
          />
        </FilterBar>
      )}
      <p class="fp-second">Counted from what you may see (rule PTY04).</p>
    </Card>
  )
}

/** What happened, newest first, as it was chosen; paged. */
export function Happened({ page: { kind, id, counts, happened, asked } }: { readonly page: Page }) {
  if (counts.length === 0)
    return (
      <EmptyState title="Nothing that happened is linked here">
        What an extract of the records system brings, and what is linked by hand, is listed here, the newest first.
      </EmptyState>
    )
  const path = partyHref(kind, id)
  return (
    <div class="fp-happened">
      {happened.rows.length === 0 && (
        <EmptyState title="Nothing of this kind">Clear the filters to see the rest.</EmptyState>
      )}
      {happened.rows.length > 0 && <Timeline headingLevel={3} items={happened.rows.map(itemOf)} />}
      <Pager
        page={asked.page}
        pageSize={HAPPENINGS_A_PAGE}
        total={happened.total}
        what={happened.total === 1 ? 'event' : 'events'}
        href={(number) => address(path, { role: asked.role, what: asked.what, page: number })}
      />
    </div>
  )
}

function itemOf(one: Happening) {
  const roles = one.roles.map((role) => ROLES_IN_OCCURRENCES[role].words.toLowerCase()).join(' and ')
  return {
    label: { text: capital(`${roles}: ${one.record?.title ?? lower(categoryWords(one.category))}`) },
    datetime: { timestamp: one.at, text: happenedWords(one.at, one.precision) },
    children: <Where one={one} />,
  }
}

function Where({ one }: { readonly one: Happening }) {
  const { record, occurrence, reference, place, outcome } = one
  const href = record?.href ?? `/prevent/occurrences/${occurrence}`
  return (
    <p>
      {reference === null ? <Link href={href}>Open</Link> : <Reference href={href}>{reference}</Reference>}
      {[whatWords(one.what), place, outcome ?? '', record?.stage ?? '', one.opinion ? 'an opinion, not a fact' : '']
        .filter((words) => words !== '')
        .map((words) => ` · ${words}`)}
    </p>
  )
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
