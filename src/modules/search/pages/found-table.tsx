import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Marking } from '#platform/access/reader.ts'
import { partyHref } from '#kernel/parties/hrefs.ts'
import { tellsApart } from '#kernel/parties/rules/tells-apart.ts'
import { recordHref, stageWords } from '#kernel/records/record.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { dayOf, shortDayWithYear } from '#ui/words/dates.ts'
import { capital } from '#ui/words/capital.ts'
import type { FoundHit, searchEverything } from '../queries/search-everything.ts'
import type { RecordHit } from '../queries/search-records.ts'
import { oneOf } from '../rules/kinds.ts'
import type { Marked } from '../rules/marked.ts'

type Model = z.output<typeof searchEverything.output>

/** Everything that was found in one list, the best first; on a phone a card for each. */
export function FoundTable({ model }: { readonly model: Model }) {
  return (
    <div data-results>
      <DataTable
        caption="What was found"
        captionHidden
        rows={model.hits}
        empty={<Nothing model={model} />}
        columns={[
          { header: 'Found', cell: name },
          { header: 'Kind', cell: kindOf },
          { header: 'What tells it apart', cell: (hit) => details(hit, model.today) },
          { header: 'Why it is here', cell: reasons },
          { header: 'Reference', cell: reference, nowrap: true },
          {
            header: 'Marking',
            cell: (hit) => {
              const { marking, closed } = markingOf(hit)
              return closed ? `${marking}, compartment` : marking
            },
          },
        ]}
      />
    </div>
  )
}

function Nothing({ model }: { readonly model: Model }) {
  return (
    <EmptyState title="Nothing found that you may open">
      {model.kind === null ? (
        'Try fewer words, or a part of the name and an age. Of a reference the first seven characters are enough.'
      ) : (
        <>
          There may be something <Link href={address('/search', { q: model.q })}>of another kind</Link>.
        </>
      )}
    </EmptyState>
  )
}

export function markingOf(hit: FoundHit): { readonly marking: Marking; readonly closed: boolean } {
  if (hit.type === 'party') return hit.party
  return hit.type === 'record' ? hit.record : { marking: hit.occurrence.marking, closed: false }
}

function name(hit: FoundHit): ComponentChildren {
  if (hit.type === 'party') return <Link href={partyHref(hit.party.kind, hit.party.id)}>{hit.party.label}</Link>
  if (hit.type === 'record')
    return (
      <Link href={recordHref(hit.record.kind, hit.record.id)}>
        <Words parts={hit.record.title} />
      </Link>
    )
  return <Link href={`/prevent/occurrences/${hit.occurrence.id}`}>{hit.occurrence.category.replaceAll('-', ' ')}</Link>
}

function kindOf(hit: FoundHit): string {
  if (hit.type === 'party') return oneOf(hit.party.kind)
  return capital(oneOf(hit.type === 'record' ? hit.record.kind : 'occurrence'))
}

function details(hit: FoundHit, today: string): ComponentChildren {
  if (hit.type === 'party') return lines(tellsApart(hit.party, today))
  if (hit.type === 'record')
    return lines([stageWords(hit.record.stage), hit.record.ownerName ?? 'nobody owns it yet', opened(hit.record)])
  return lines([hit.occurrence.place, shortDayWithYear(dayOf(hit.occurrence.happenedAt))])
}

function opened({ openedAt }: RecordHit): string {
  return `opened ${shortDayWithYear(dayOf(openedAt))}`
}

function reasons(hit: FoundHit): ComponentChildren {
  if (hit.type === 'party') return lines(hit.party.reasons.map((one, at) => (at === 0 ? capital(one) : one)))
  if (hit.type === 'occurrence') return 'Its number'
  if (hit.record.byReference) return 'Its reference begins like this'
  return hit.record.words.length === 0 ? 'Words in its title' : <Words parts={hit.record.words} />
}

function reference(hit: FoundHit): ComponentChildren {
  if (hit.type === 'record') return <Reference>{hit.record.reference}</Reference>
  const text = hit.type === 'party' ? hit.party.reference : hit.occurrence.reference
  return text === null ? 'none' : <Reference>{text}</Reference>
}

function lines(texts: readonly string[]): ComponentChildren {
  return texts.filter((text) => text !== '').join(' · ')
}

function Words({ parts }: { readonly parts: readonly Marked[] }) {
  return <>{parts.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}</>
}
