import type { z } from 'zod'
import { address } from '#kernel/web/parts/addresses.ts'
import { page } from '#kernel/web/view.ts'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { InsetText } from '#ui/govuk/inset-text.tsx'
import { SubNavigation } from '#ui/moj/sub-navigation.tsx'
import { count, plural } from '#ui/words/numbers.ts'
import { HITS_A_PAGE, searchEverything } from '../queries/search-everything.ts'
import { manyOf } from '../rules/kinds.ts'
import { FoundTable, markingOf } from './found-table.tsx'

type Model = z.output<typeof searchEverything.output>

export const searchPage = page({
  path: '/search',
  query: searchEverything,
  view: (model) => ({
    section: 'work',
    title: 'Who or what are you looking for?',
    lead: leadOf(model),
    marking: model.hits.some((hit) => markingOf(hit).marking !== 'OFFICIAL') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    islands: ['results'],
    body: (
      <>
        <SearchForm model={model} />
        {model.mistyped && <Mistyped typed={model.q} />}
        {model.q !== '' && (!model.mistyped || model.hits.length > 0) && <Found model={model} />}
        {model.q === '' && <Ways />}
      </>
    ),
  }),
})

function leadOf({ q, found, more, mistyped }: Model): string {
  if (q === '') return 'People, places, vehicles, phones, organisations, records and occurrences that you may open'
  if (mistyped && found === 0) return 'This is no reference'
  return `${more ? 'More than ' : ''}${plural(found, 'thing')} found for “${q}” that you may open`
}

function SearchForm({ model }: { readonly model: Model }) {
  return (
    <FilterBar action="/search" values={{ q: model.q }} submit="Search">
      <TextField
        name="q"
        label="Name, date of birth or age, place, number or words"
        hint="In any order: jon smyth 4/5/80, khan about 40 in Slough, AB12*, phone ending 4567, OX1 4AA, FIN-7K2M"
        width={30}
      />
    </FilterBar>
  )
}

/** What can be typed: a first page that teaches by example. */
function Ways() {
  return (
    <dl class="fp-ways">
      {WAYS.map(([what, how]) => (
        <div>
          <dt>{what}</dt>
          <dd>{how}</dd>
        </div>
      ))}
    </dl>
  )
}

const WAYS = [
  ['Somebody', 'Names in any order. Nicknames, other spellings, what sounds alike and one wrong letter are found too'],
  ['With a date or an age', 'smith 4/5/80, smith May 1980, smith about 40, smith aged 30 to 35, smith in his 40s'],
  ['Who lives somewhere', 'smith in Slough, khan OX1 4AA, brown 14 High Street'],
  ['A place', '14 High Street Oxford, OX1 4AA, OX1 4'],
  ['A vehicle', 'AB12 CDE, with ? for one character that you did not see and * for several: ?B12*, *CDE'],
  ['A phone', '07700 900123, or the last four figures or more: 0123'],
  ['The beginning of a name', 'kow*'],
  ['A record or occurrence', 'Its reference or number, or words of it'],
] as const

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
  const { q, kind, found, listed, more } = model
  return (
    <>
      {model.facets.length > 0 && <Facets model={model} />}
      <FoundTable model={model} />
      {(more || found > listed) && listed > 0 && (
        <p>The best {listed} can be looked through. Add a name, a date of birth or a place to find fewer.</p>
      )}
      <Pager
        page={model.page}
        pageSize={HITS_A_PAGE}
        total={listed}
        what="found"
        href={(number) => address('/search', { q, kind, page: number })}
      />
    </>
  )
}

/** By kind, how many the reader may see: each a way to fewer. */
function Facets({ model }: { readonly model: Model }) {
  const { q, kind, facets } = model
  const all = facets.reduce((sum, one) => sum + one.count, 0)
  const items = facets.map((one) => ({
    text: `${manyOf(one.kind)} (${count(one.count)})`,
    href: address('/search', { q, kind: one.kind }),
    active: one.kind === kind,
  }))
  const everything = { text: `All (${count(all)})`, href: address('/search', { q }), active: kind === null }
  return <SubNavigation label="By kind" items={[everything, ...items]} />
}
