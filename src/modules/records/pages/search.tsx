import type { z } from 'zod'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { page } from '#kernel/web/view.ts'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { RECORD_KINDS, recordHref, stageWords } from '#kernel/records/record.ts'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { SubNavigation } from '#ui/moj/sub-navigation.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { InsetText } from '#ui/govuk/inset-text.tsx'
import { dayOf, shortDayWithYear } from '#ui/words/dates.ts'
import { count, plural } from '#ui/words/numbers.ts'
import { MOST_HITS, searchRecords, type Hit } from '../queries/search.ts'
import type { Marked } from '../rules/marked.ts'

type Model = z.output<typeof searchRecords.output>

export const searchPage = page({
  path: '/search',
  query: searchRecords,
  view: (model) => ({
    section: 'work',
    title: 'What are you looking for?',
    lead: leadOf(model),
    marking: model.hits.some(({ marking }) => marking !== 'OFFICIAL') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    body: (
      <>
        <SearchForm model={model} />
        {model.mistyped && <Mistyped typed={model.q} />}
        {model.q !== '' && !model.mistyped && <Found model={model} />}
      </>
    ),
  }),
})

function leadOf({ q, found, more, mistyped }: Model): string {
  if (q === '') return 'Records that you may open, by reference or by words'
  if (more) return `More than 5,000 records for “${q}” that you may open: these are among the newest thousand`
  return mistyped ? 'This is no reference' : `${plural(found, 'record')} for “${q}” that you may open`
}

function SearchForm({ model }: { readonly model: Model }) {
  return (
    <FilterBar action="/search" values={{ q: model.q }} submit="Search">
      <TextField
        name="q"
        label="Reference or words"
        hint="All words must be there. “Words in quotation marks” stand together; -word leaves out what has it"
        width={30}
      />
    </FilterBar>
  )
}

function Mistyped({ typed }: { readonly typed: string }) {
  return (
    <InsetText>
      <p>
        <Reference>{typed}</Reference> has something wrong in it: its last character is a check, and it does not fit.
        One character is wrong, or two are swapped. Look at it again; 0 and O, and 1, I and L, are read as the same.
      </p>
    </InsetText>
  )
}

function Found({ model }: { readonly model: Model }) {
  const chosen = model.kind !== null || model.stage !== null
  return (
    <>
      {model.facets.length > 0 && <Facets model={model} />}
      <DataTable
        caption="Records found"
        captionHidden
        rows={model.hits}
        empty={
          <EmptyState title="Nothing found that you may open">
            {chosen ? (
              <>
                There may be something <Link href={address('/search', { q: model.q })}>of another kind or stage</Link>.
              </>
            ) : (
              'Try fewer words, or other forms of them. Of a reference the first seven characters are enough.'
            )}
          </EmptyState>
        }
        columns={[
          {
            header: 'Record',
            cell: (hit) => (
              <Link href={recordHref(hit.kind, hit.id)}>
                <Words parts={hit.title} />
              </Link>
            ),
          },
          { header: 'Why it is here', cell: whyFound },
          { header: 'Reference', cell: (hit) => <Reference>{hit.reference}</Reference>, nowrap: true },
          { header: 'Kind', cell: ({ kind }) => RECORD_KINDS[kind].words },
          { header: 'Stage', cell: ({ stage }) => stageWords(stage) },
          { header: 'Owner', cell: ({ ownerName }) => ownerName ?? 'nobody yet' },
          { header: 'Opened', cell: ({ openedAt }) => shortDayWithYear(dayOf(openedAt)), nowrap: true },
          { header: 'Marking', cell: ({ marking, closed }) => (closed ? `${marking}, compartment` : marking) },
        ]}
      />
      {model.found > MOST_HITS && (
        <p>
          The best {MOST_HITS} of {model.found} can be looked through. Add a word to find fewer.
        </p>
      )}
      <Pager
        page={model.page}
        pageSize={PAGE_SIZE}
        total={Math.min(model.found, MOST_HITS)}
        what="records"
        href={(number) => address('/search', { q: model.q, kind: model.kind, stage: model.stage, page: number })}
      />
    </>
  )
}

/** Why it is among them. */
function whyFound({ byReference, words }: Hit) {
  if (byReference) return 'Its reference begins like this'
  return words.length === 0 ? 'Words in its title' : <Words parts={words} />
}

function Words({ parts }: { readonly parts: readonly Marked[] }) {
  return <>{parts.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}</>
}

/** By kind and stage, how many the reader may see: each a way to fewer. */
function Facets({ model }: { readonly model: Model }) {
  const { q, kind, stage, facets } = model
  const all = facets.reduce((sum, one) => sum + one.count, 0)
  const items = facets.map((one) => ({
    text: `${RECORD_KINDS[one.kind].words}, ${stageWords(one.stage)} (${count(one.count)})`,
    href: address('/search', { q, kind: one.kind, stage: one.stage }),
    active: one.kind === kind && one.stage === stage,
  }))
  const everything = {
    text: `All (${count(all)})`,
    href: address('/search', { q }),
    active: kind === null && stage === null,
  }
  return <SubNavigation label="By kind and stage" items={[everything, ...items]} />
}
