import { inMarkerOrder } from '#kernel/parties/markers.ts'
import { partyHref } from '#kernel/parties/hrefs.ts'
import type { LinkView } from '#kernel/parties/links.ts'
import type { PartyKind } from '#kernel/parties/words.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { Card } from '#ui/blocks/card.tsx'
import { ageWords } from '../../rules/pty02-age.ts'
import { termWords, tieWords } from '../words.ts'
import { MarkerTag } from './markers.tsx'

/** Several links of one kind to one other: one line, with each of its terms. */
interface Tie {
  readonly first: LinkView
  readonly all: readonly LinkView[]
  readonly over: boolean
}

function tiesOf(links: readonly LinkView[], today: string): readonly Tie[] {
  const together = new Map<string, LinkView[]>()
  for (const link of links) {
    const key = `${link.kind} ${link.back} ${link.other.group}`
    together.set(key, [...(together.get(key) ?? []), link])
  }
  return [...together.values()].flatMap((all) => {
    const [first] = all
    return first === undefined ? [] : [{ first, all, over: all.every(({ to }) => to !== null && to < today) }]
  })
}

interface TiesProps {
  readonly title: string
  readonly links: readonly LinkView[]
  readonly today: string
  /** Whether this reader may end what was entered here. */
  readonly may: boolean
}

/** What goes on first, then what is over, in softer ink. */
export function Ties({ title, links, today, may }: TiesProps) {
  const ties = tiesOf(links, today)
  const now = ties.filter(({ over }) => !over)
  const before = ties.filter(({ over }) => over)
  return (
    <Card title={title}>
      <ul class="fp-ties">
        {[...now, ...before].map((tie) => (
          <TieRow tie={tie} today={today} may={may} />
        ))}
      </ul>
    </Card>
  )
}

function TieRow({ tie: { first, all, over }, today, may }: Pick<TiesProps, 'today' | 'may'> & { readonly tie: Tie }) {
  const { other, kind, back } = first
  const terms = all.map(({ from, to }) => termWords(from, to)).filter((words) => words !== '')
  const own = may ? all.find(({ source, to }) => source === 'entered' && to === null) : undefined
  return (
    <li class={over ? 'fp-ties__row fp-ties__row--over' : 'fp-ties__row'}>
      <Link href={partyHref(other.kind, other.id)}>{other.label}</Link>
      {other.birth !== null && ` (${ageWords(other.birth, today)})`}
      <span class="fp-ties__note">
        {[tieWords(kind, back), over && terms.length === 0 ? 'over' : '', ...terms]
          .filter((words) => words !== '')
          .join(' · ')}
        {all.some(({ basis }) => basis === 'opinion') && ' · an opinion, not a fact'}
        {own !== undefined && (
          <>
            {' · '}
            <Link href={`/links/${own.id}/end`}>
              End<span class="govuk-visually-hidden"> the link to {other.label}</span>
            </Link>
          </>
        )}
      </span>
      {other.markers.length > 0 && (
        <span class="fp-ties__tags">
          {inMarkerOrder(other.markers.map((marker) => ({ kind: marker }))).map(({ kind: marker }) => (
            <MarkerTag kind={marker} />
          ))}
        </span>
      )}
    </li>
  )
}

/** What the card of each kind of other is called on each kind of page. */
const TITLES: Readonly<Record<PartyKind, Partial<Readonly<Record<PartyKind, string>>>>> = {
  person: {
    address: 'Where they live and lived',
    person: 'People',
    phone: 'Phones',
    vehicle: 'Vehicles',
    organisation: 'Organisations',
  },
  address: { person: 'Who lives and lived here', organisation: 'Whose premises' },
  vehicle: { person: 'Who keeps and uses it', organisation: 'Organisations' },
  phone: { person: 'Who uses it', organisation: 'Organisations' },
  organisation: { person: 'People', address: 'Premises', vehicle: 'Vehicles', phone: 'Phones' },
}
const ORDER = ['address', 'person', 'phone', 'vehicle', 'organisation'] as const satisfies readonly PartyKind[]

/** A card for each kind of what is linked, where there is any. */
export function tieCards(kind: PartyKind, links: readonly LinkView[], today: string, may: boolean) {
  return ORDER.flatMap((other) => {
    const own = links.filter((link) => link.other.kind === other)
    return own.length === 0
      ? []
      : [<Ties title={TITLES[kind][other] ?? 'Linked'} links={own} today={today} may={may} />]
  })
}
