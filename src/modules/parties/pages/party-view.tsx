import type { ComponentChildren } from 'preact'
import type { Difference } from '#kernel/parties/rules/pty01-sources-differ.ts'
import { PARTY_KINDS } from '#kernel/parties/words.ts'
import { isMatched } from '#kernel/parties/matching/announce.ts'
import { partyHref } from '#kernel/parties/hrefs.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { RulesList } from '#kernel/web/parts/rules-list.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import type { View } from '#kernel/web/view.ts'
import type { Marking } from '#platform/access/reader.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { plural } from '#ui/words/numbers.ts'
import { PARTY_RULES } from '../rules/rules.ts'
import type { PartyPage } from '../queries/open-party.ts'
import { MARKERS_ADDED_BY, MARKERS_ENDED_BY } from '../rules/mkr04-by-hand.ts'
import { Happened, HowOften } from './parts/happened.tsx'
import { Markers } from './parts/markers.tsx'
import { NetworkFigure } from './parts/network-figure.tsx'
import { Differences, Sources } from './parts/sources.tsx'
import { tieCards } from './parts/ties.tsx'

const DONE = {
  'marker-added': 'Marker added',
  entered: 'Entered as a new person',
  'marker-ended': 'Marker ended. It stays among those that were',
  'marker-reviewed': 'Marker looked at again',
  linked: 'Linked',
  unlinked: 'The link is over. It stays among those that were',
} as const

/** What only one kind of page has. */
interface Own {
  readonly lead: string
  /** The first card: what it is. */
  readonly known?: ComponentChildren
  /** After the cards of what it is linked to. */
  readonly more?: ComponentChildren
  /** Beside what happened: of a place, where it is. */
  readonly aside?: ComponentChildren
  readonly differences?: readonly Difference[]
  /** Of people: may be under 18. */
  readonly child?: boolean
  readonly happenedTitle: string
}

/**
 * The page of a party, of whatever kind: markers before everything else, then what sources do not agree on, what it is and
 * what it is linked to, what happened, the network, and where all of it comes from.
 */
export function partyView(page: PartyPage, context: PageContext, own: Own): View {
  const { kind, id, label, sources, today, links } = page
  const { roles } = context.reader
  const records = MARKERS_ADDED_BY.some((role) => roles.includes(role))
  const reviews = MARKERS_ENDED_BY.some((role) => roles.includes(role))
  return {
    section: 'investigate',
    title: label,
    lead:
      sources.length === 1
        ? own.lead
        : `${own.lead} · ${plural(sources.length, 'record')} shown as one ${PARTY_KINDS[kind].one.toLowerCase()}`,
    marking: markingOf(page),
    notice: doneNotice(context, DONE),
    actions: [
      ...(records
        ? [
            { text: 'Add a marker', href: `/parties/${id}/marker` },
            { text: 'Add a link', href: `/parties/${id}/link` },
          ]
        : []),
      ...(isMatched(kind) ? [{ text: 'The same as another?', href: `/identities/propose?left=${id}` }] : []),
      { text: 'Why can I see this?', href: `/why/party/${id}` },
    ],
    body: (
      <>
        <Markers markers={page.markers} today={today} may={reviews} />
        <Differences differences={own.differences ?? []} sources={sources} />
        {(own.known !== undefined || links.links.length > 0 || own.more !== undefined) && (
          <CardGrid columns={3}>
            {own.known}
            {tieCards(kind, links.links, today, records)}
            {own.more}
          </CardGrid>
        )}
        {links.total > links.links.length && (
          <p class="fp-second">
            The latest {links.links.length} of {plural(links.total, 'link')} are shown.
          </p>
        )}
        <CardGrid columns="wide-narrow">
          <Card title={own.happenedTitle}>
            <Happened page={page} />
          </Card>
          {(page.counts.length > 0 || own.aside !== undefined) && (
            <CardGrid columns={2}>
              {own.aside}
              <HowOften page={page} />
            </CardGrid>
          )}
        </CardGrid>
        <section class="fp-network" aria-labelledby="network-heading">
          <h2 id="network-heading">One and two steps away</h2>
          <NetworkFigure kind={kind} label={label} network={page.network} child={own.child ?? false} />
        </section>
        <h2>Where it comes from</h2>
        <Sources page={page} now={context.now} />
        {sources.length > 1 && (
          <p>
            <Link href={`/identities/history/${id}`}>Who put these together, and why</Link>
          </p>
        )}
        <RulesList rules={PARTY_RULES} />
      </>
    ),
  }
}

/** The highest of anything on the page. */
function markingOf({ sources, names, markers, links, happened, network }: PartyPage): Marking {
  const all = [sources, names, markers, links.links, happened.rows, network.nodes].flatMap((rows) =>
    rows.map(({ marking }) => marking),
  )
  return all.includes('OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'
}

/** Back to the page, which says once what was done. */
export function backSaying(done: keyof typeof DONE) {
  return ({ kind, id }: Pick<PartyPage, 'kind' | 'id'>): string => `${partyHref(kind, id)}?done=${done}`
}
