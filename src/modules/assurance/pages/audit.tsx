import { page } from '#kernel/web/view.ts'
import { DataTable, type Column } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { OUTCOMES } from '../queries/audit-filter.ts'
import type { AuditLine } from '../queries/audit-lines.ts'
import { searchAudit } from '../queries/search-audit.ts'
import { deedWords, OUTCOME_WORDS } from '../rules/entry-words.ts'
import { EVENT_WORDS, eventWords } from '../rules/event-words.ts'
import { KIND_WORDS, kindWords } from '../rules/kind-words.ts'
import { address, queryOf } from './address.ts'
import { NewerOlder } from './newer-older.tsx'

const PATH = '/assurance/audit'
const FIELDS = ['kind', 'subject', 'reader', 'event', 'outcome', 'from', 'to'] as const

/** "system:street-import" for people: "the system (street import)". */
function systemWords(who: string): string {
  return who.startsWith('system:') ? `the system (${who.slice(7).replaceAll('-', ' ')})` : who
}

const columns: readonly Column<AuditLine>[] = [
  {
    header: 'What',
    cell: (line) => (
      <a class="govuk-link" href={`${PATH}/${line.place}`}>
        {deedWords(line)}
      </a>
    ),
  },
  {
    header: 'Who',
    cell: (line) =>
      line.account === null ? (
        systemWords(line.who)
      ) : (
        <a class="govuk-link" href={address(PATH, { reader: line.account })}>
          {line.who}
          {line.left && ' (has left)'}
        </a>
      ),
    nowrap: true,
  },
  { header: 'When', cell: (line) => <Time instant={line.at} />, align: 'tabular', nowrap: true },
  { header: 'Why', cell: (line) => line.purpose },
  {
    header: 'How it ended',
    cell: ({ outcome }) => (outcome === 'done' ? 'done' : <strong>{OUTCOME_WORDS[outcome]}</strong>),
    nowrap: true,
  },
]

/** Who read or changed what: by subject, by reader, by day. */
export const auditPage = page({
  path: PATH,
  query: searchAudit,
  view: ({ lines, next, reader, candidates }, { url }) => {
    const asked = queryOf(url)
    const filter = Object.fromEntries(FIELDS.map((name) => [name, asked[name]]))
    const filtered = FIELDS.some((name) => asked[name] !== undefined && asked[name] !== '')
    const about = asked['subject'] ? ` about ${kindWords(asked['kind'] ?? '')} ${asked['subject']}` : ''
    return {
      section: 'assurance',
      title: 'Who read or changed what?',
      lead: reader === null ? `Newest first${about}` : `Newest first, by ${reader.name}${about}`,
      marking: 'OFFICIAL-SENSITIVE',
      actions:
        lines.length === 0
          ? []
          : [{ text: 'Take out as CSV', href: address(`${PATH}.csv`, { ...filter, reader: reader?.id }) }],
      body: (
        <>
          <FilterBar action={PATH} values={asked} clearHref={filtered ? PATH : undefined} submit="Search">
            <TextField name="reader" label="Who: name or number" width={20} />
            <SelectField
              name="event"
              label="What they did"
              placeholder="Anything"
              options={choices(EVENT_WORDS, asked['event'], eventWords)}
            />
            <SelectField
              name="kind"
              label="About a"
              placeholder="Anything"
              options={choices(KIND_WORDS, asked['kind'], kindWords)}
            />
            <TextField name="subject" label="Its reference" mono width={20} />
            <SelectField
              name="outcome"
              label="How it ended"
              placeholder="Any"
              options={OUTCOMES.map((value) => ({ value, text: OUTCOME_WORDS[value] }))}
            />
            <TextField name="from" label="From" type="date" />
            <TextField name="to" label="To" type="date" />
          </FilterBar>
          <Candidates asked={asked} found={candidates} />
          <DataTable
            caption="Lines of the audit"
            captionHidden
            columns={columns}
            rows={lines}
            empty={candidates.length > 0 ? null : <NoLines filtered={filtered} />}
          />
          <NewerOlder
            what="lines"
            newest={asked['before'] ? address(PATH, filter) : null}
            older={next === null ? null : address(PATH, { ...filter, before: next })}
          />
        </>
      ),
    }
  },
})

/** By their words; what was asked for is among them even where it is none that is known. */
function choices(known: Readonly<Record<string, string>>, asked: string | undefined, words: (code: string) => string) {
  const codes = new Set([...Object.keys(known), ...(asked ? [asked] : [])])
  return [...codes]
    .map((value) => ({ value, text: words(value) }))
    .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB'))
}

interface CandidatesProps {
  readonly asked: Readonly<Record<string, string>>
  readonly found: readonly { readonly id: string; readonly name: string; readonly number: string | null }[]
}

function Candidates({ asked, found }: CandidatesProps) {
  if (found.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">Who do you mean?</h2>
      <ul class="govuk-list">
        {found.slice(0, 10).map(({ id, name, number }) => (
          <li>
            <a class="govuk-link" href={address(PATH, { ...asked, reader: id, before: null })}>
              {name}
            </a>{' '}
            {number !== null && <Reference>{number}</Reference>}
          </li>
        ))}
      </ul>
      {found.length > 10 && <p>There are more: enter more of the name, or the number.</p>}
    </section>
  )
}

function NoLines({ filtered }: { readonly filtered: boolean }) {
  return filtered ? (
    <EmptyState title="Nothing found">
      Nobody did this in the days asked for. Without a reference or a person, only two days are searched: enter the day
      from which to search.
    </EmptyState>
  ) : (
    <EmptyState title="Nothing in the last two days">
      Enter a person, a reference or a day to search further back.
    </EmptyState>
  )
}
