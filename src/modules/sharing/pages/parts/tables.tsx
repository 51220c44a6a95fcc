import { timeLeft } from '#kernel/duties/due-words.ts'
import { CLASSES, GATEWAYS, PURPOSES } from '#kernel/sharing/lists.ts'
import type { Share } from '#kernel/sharing/shares.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { dayOf, shortDayWithYear } from '#ui/words/dates.ts'
import { requestHref, sharedRecordHref, SHARES } from '../../addresses.ts'
import type { Request } from '../../queries/requests.ts'

/** How long is left for a reply, or what came of it. */
export function RequestState({ request, now }: { readonly request: Request; readonly now: Date }) {
  if (request.state === 'answered') return <StateTag state="holding">answered</StateTag>
  if (request.state === 'refused') return <StateTag state="slipping">refused</StateTag>
  const over = Date.parse(request.dueAt) < now.getTime()
  return <StateTag state={over ? 'not-held' : 'too-few'}>{timeLeft(request.dueAt, now)}</StateTag>
}

interface RequestsProps {
  readonly caption: string
  readonly requests: readonly Request[]
  readonly now: Date
  /** Whose reply the reader can give. */
  readonly side: Request['askedOf']
  readonly replies: boolean
  readonly withRecord?: boolean
  readonly empty: string
}

/** Questions with their clocks; each that waits for the reader's own side leads to its reply. */
export function RequestsTable({ caption, requests, now, side, replies, withRecord = false, empty }: RequestsProps) {
  const open = ({ state, askedOf }: Request) => replies && state === 'open' && askedOf === side
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={requests}
      empty={<EmptyState title="No questions">{empty}</EmptyState>}
      columns={[
        {
          header: 'Question',
          cell: (one) => (
            <>
              {open(one) ? <Link href={requestHref(one.id)}>{one.question}</Link> : one.question}
              {one.reply !== null && <span class="fp-second">{one.reply}</span>}
            </>
          ),
        },
        ...(withRecord
          ? [
              {
                header: 'On',
                cell: (one: Request) =>
                  side === 'force' ? (
                    <Link href={sharedRecordHref(one.kind, one.record)}>{`${one.reference} ${one.title}`}</Link>
                  ) : (
                    `${one.reference} ${one.title}`
                  ),
              },
            ]
          : []),
        { header: 'Asked of', cell: (one) => (one.askedOf === 'agency' ? one.agency.name : 'The police') },
        { header: 'Due', nowrap: true, cell: (one) => shortDayWithYear(dayOf(one.dueAt)) },
        { header: 'State', phoneLabel: false, cell: (one) => <RequestState request={one} now={now} /> },
      ]}
    />
  )
}

interface SharesProps {
  readonly caption: string
  readonly shares: readonly Share[]
  readonly empty: string
  readonly ends: boolean
  readonly reviews: boolean
  readonly withRecord?: boolean
}

export function SharesTable({ caption, shares, empty, ends, reviews, withRecord = false }: SharesProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={shares}
      empty={<EmptyState title="Nothing is shared">{empty}</EmptyState>}
      columns={[
        {
          header: withRecord ? 'What' : 'With',
          cell: (one) =>
            withRecord ? (
              <>
                <Link href={sharedRecordHref(one.kind, one.record)}>{`${one.reference} ${one.title}`}</Link>
                <span class="fp-second">{one.agency.name}</span>
              </>
            ) : (
              one.agency.name
            ),
        },
        {
          header: 'Why it may be',
          cell: (one) => (
            <>
              {PURPOSES[one.purpose]}
              <span class="fp-second">{one.agreement?.title ?? `Emergency: ${one.emergencyReason ?? ''}`}</span>
              <span class="fp-second">{GATEWAYS[one.gateway]}</span>
            </>
          ),
        },
        { header: 'Opened', cell: (one) => one.classes.map((name) => <div>{CLASSES[name]}</div>) },
        { header: 'Until', nowrap: true, cell: (one) => shortDayWithYear(one.untilOn) },
        { header: 'State', phoneLabel: false, cell: (one) => <ShareState share={one} /> },
        {
          header: 'Do',
          nowrap: true,
          cell: (one) => (
            <>
              {ends && one.live && <Link href={`${SHARES}/${one.id}/end`}>End it</Link>}{' '}
              {reviews && one.emergencyReason !== null && one.review === null && (
                <Link href={`${SHARES}/${one.id}/review`}>Review it</Link>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

function ShareState({ share }: { readonly share: Share }) {
  if (share.emergencyReason !== null && share.review === null)
    return <StateTag state="not-held">{share.live ? 'shared, to be reviewed' : 'ended, to be reviewed'}</StateTag>
  if (share.live) return <StateTag state="holding">shared</StateTag>
  return <StateTag state="too-few">{share.endedReason === null ? 'ran out' : `ended: ${share.endedReason}`}</StateTag>
}
