import type { ComponentChildren } from 'preact'
import { Definition } from '#kernel/web/parts/definition.tsx'
import { Card } from '#ui/blocks/card.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { capital } from '#ui/words/capital.ts'
import type { KnownOfPerson } from '../../queries/known-of-person.ts'
import { NAME_KINDS } from '../../queries/names.ts'
import type { PartyPage } from '../../queries/open-party.ts'
import { ageWords, type Birth } from '../../rules/pty02-age.ts'

type Page = Pick<PartyPage, 'names' | 'sources' | 'today' | 'label'>

interface KnownProps {
  readonly page: Page
  readonly children?: ComponentChildren
}

/** What they are known by besides the name at the head, each once, with where it comes from. */
export function otherNames({
  names,
  label,
  sources,
}: Page): readonly { readonly name: string; readonly note: string }[] {
  const seen = new Set<string>([folded(label)])
  return names.flatMap(({ name, kind, party, birthDate, from, to }) => {
    if (seen.has(folded(name)) || (kind === 'main' && samePerson(name, label))) return []
    seen.add(folded(name))
    const source = sources.find(({ id }) => id === party)
    const notes = [
      `${NAME_KINDS[kind].toLowerCase()}${source === undefined || source.reference === null ? '' : ` in ${source.reference}`}`,
      birthDate !== null && kind !== 'main' ? `born ${shortDayWithYear(birthDate)}` : '',
      from === null ? '' : `since ${shortDayWithYear(from)}`,
      to === null ? '' : `until ${shortDayWithYear(to)}`,
    ]
    return [{ name, note: notes.filter((note) => note !== '').join(', ') }]
  })
}

function folded(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
}

/** "John Paul Smith" and "SMITH, John Paul". */
function samePerson(name: string, label: string): boolean {
  const words = (text: string) => folded(text).split(' ').toSorted().join(' ')
  return words(name) === words(label)
}

export function Names({ page }: KnownProps) {
  const names = otherNames(page)
  return names.length === 0
    ? null
    : names.map(({ name, note }) => (
        <div>
          {name} <span class="fp-second">{note}</span>
        </div>
      ))
}

/** The births that sources give, each once. */
export function birthsOf(known: readonly KnownOfPerson[]): readonly Birth[] {
  const births = known.flatMap(({ birthDate, birthPrecision }) =>
    birthDate === null ? [] : [{ date: birthDate, precision: birthPrecision ?? 'day' }],
  )
  return births.filter(
    ({ date, precision }, at) => births.findIndex((one) => one.date === date && one.precision === precision) === at,
  )
}

export function birthWords({ date, precision }: Birth): string {
  if (precision === 'day') return shortDayWithYear(date)
  if (precision === 'month') return shortDayWithYear(date).split(' ').slice(1).join(' ')
  return precision === 'year' ? date.slice(0, 4) : `about ${date.slice(0, 4)}`
}

export function KnownPerson({ page, known }: KnownProps & { readonly known: readonly KnownOfPerson[] }) {
  const died = known.find(({ diedOn }) => diedOn !== null)?.diedOn ?? null
  const sexes = [...new Set(known.flatMap(({ sex }) => (sex === null ? [] : [sex])))]
  return (
    <Card title="Who they are">
      <Definition
        of={[
          [
            'Born',
            birthsOf(known).map((birth) => (
              <div>
                {birthWords(birth)} {died === null && `(${ageWords(birth, page.today)})`}
              </div>
            )),
          ],
          ['Died', died !== null && shortDayWithYear(died)],
          ['Sex', sexes.map(capital).join(', ')],
          ['Also known as', otherNames(page).length > 0 && <Names page={page} />],
          ['References', <References page={page} />],
        ]}
      />
    </Card>
  )
}

export function References({ page: { sources } }: KnownProps) {
  const references = sources.flatMap(({ reference }) => (reference === null ? [] : [reference]))
  return references.length === 0 ? (
    <>none</>
  ) : (
    <>
      {references.map((reference, at) => (
        <>
          {at > 0 && ', '}
          <Reference>{reference}</Reference>
        </>
      ))}
    </>
  )
}
