import { PARTY_SOURCES } from '#kernel/parties/identity.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import type { PartyPage } from '../../queries/open-party.ts'
import { NAME_KINDS } from '../../queries/names.ts'
import type { Difference } from '#kernel/parties/rules/pty01-sources-differ.ts'
import { capital } from '#ui/words/capital.ts'

type Page = Pick<PartyPage, 'sources' | 'names'>

/** Where all of it comes from: each record that is shown as one, as its source has it. */
export function Sources({ page: { sources, names }, now }: { readonly page: Page; readonly now: Date }) {
  return (
    <DataTable
      caption="Where it comes from"
      captionHidden
      rows={sources}
      empty={null}
      columns={[
        { header: 'Record', cell: (source) => source.label },
        {
          header: 'Source',
          cell: ({ source, addedBy }) =>
            addedBy === null ? PARTY_SOURCES[source] : `${PARTY_SOURCES[source]} by ${addedBy}`,
        },
        {
          header: 'Its reference',
          cell: ({ reference, url }) => (
            <>
              {reference === null ? 'none' : <Reference>{reference}</Reference>}
              {url !== null && (
                <a class="govuk-link" href={url}>
                  Open there<span class="govuk-visually-hidden"> ({reference})</span>
                </a>
              )}
            </>
          ),
        },
        {
          header: 'Names there',
          cell: ({ id }) =>
            names
              .filter(({ party }) => party === id)
              .map(({ name, kind }) => (
                <div>{kind === 'main' ? name : `${name} (${NAME_KINDS[kind].toLowerCase()})`}</div>
              )),
        },
        { header: 'Known since', cell: ({ knownAt }) => <Time instant={knownAt} now={now} /> },
        {
          header: 'Marking',
          cell: ({ marking, compartment }) => (compartment === null ? marking : `${marking}, ${compartment}`),
        },
      ]}
    />
  )
}

/** Said and not chosen: which source says which. */
export function Differences({
  differences,
  sources,
}: { readonly differences: readonly Difference[] } & Pick<Page, 'sources'>) {
  if (differences.length === 0) return null
  const named = (party: number) => {
    const source = sources.find(({ id }) => id === party)
    return source?.reference ?? source?.label ?? ''
  }
  return (
    <ul class="fp-markers fp-markers--differ">
      {differences.map(({ what, values }) => (
        <li class="fp-markers__row">
          <span>
            <StateTag state="slipping">Sources differ</StateTag>
          </span>
          <span>
            {capital(what)}:{' '}
            {values
              .map(
                ({ value, parties }) =>
                  `${/^\d{4}-/.test(value) ? shortDayWithYear(value) : value} (${parties.map(named).join(', ')})`,
              )
              .join('; ')}
          </span>
          <span class="fp-markers__note">rule PTY01</span>
        </li>
      ))}
    </ul>
  )
}
