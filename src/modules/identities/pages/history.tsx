import type { z } from 'zod'
import { partyHref } from '#kernel/parties/hrefs.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { page } from '#kernel/web/view.ts'
import { PARTY_SOURCES } from '#kernel/parties/identity.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { plural } from '#ui/words/numbers.ts'
import { HISTORY, IDENTITIES, pairHref, PROPOSE } from '../addresses.ts'
import { identityHistory, type ChangeView } from '../queries/history.ts'
import { DONE } from './done.ts'
import { Conflicts } from './parts/conflicts.tsx'

type Model = z.output<typeof identityHistory.output>

export const historyPage = page({
  path: `${HISTORY}/:id`,
  query: identityHistory,
  view: (model, context) => {
    const reviews = context.reader.roles.includes('identity-reviewer')
    const [asked] = model.members
    return {
      section: 'investigate',
      title: `Which records are ${model.label}?`,
      lead: `${plural(model.members.length, 'record')} that you may see. No source is ever altered: they can be parted again`,
      marking: model.members.some(({ marking }) => marking !== 'OFFICIAL') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
      notice: doneNotice(context, DONE),
      back: { href: partyHref(asked?.kind ?? 'person', model.id), text: model.label },
      actions: [{ text: 'Another record is the same', href: `${PROPOSE}?left=${model.id}` }],
      body: (
        <>
          <Conflicts conflicts={model.conflicts} members={model.members} />
          <Records model={model} reviews={reviews} />
          <h2>Who put what together, and why</h2>
          <Changes changes={model.changes} reviews={reviews} />
        </>
      ),
    }
  },
})

function Records({ model: { members }, reviews }: { readonly model: Model; readonly reviews: boolean }) {
  return (
    <DataTable
      caption="Records shown as one"
      captionHidden
      rows={members}
      empty={null}
      columns={[
        { header: 'Record', cell: ({ id, kind, label }) => <Link href={partyHref(kind, id)}>{label}</Link> },
        { header: 'Source', cell: ({ source }) => PARTY_SOURCES[source] },
        {
          header: 'Its reference',
          cell: ({ reference }) => (reference === null ? 'none' : <Reference>{reference}</Reference>),
        },
        { header: 'Names there', cell: ({ names }) => names.map((name) => <div>{name}</div>) },
        ...(reviews && members.length > 1
          ? [
              {
                header: 'Take out',
                cell: ({ id, label }: Model['members'][number]) => (
                  <Link href={`${IDENTITIES}/split/${id}`}>
                    Take out<span class="govuk-visually-hidden"> {label}</span>
                  </Link>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function Changes({ changes, reviews }: { readonly changes: readonly ChangeView[]; readonly reviews: boolean }) {
  return (
    <DataTable
      caption="Who put what together, and why"
      captionHidden
      rows={changes}
      empty={
        <EmptyState title="Nobody put anything together here">
          Each record stands by itself, as its source has it. When two look like one, propose it.
        </EmptyState>
      }
      columns={[
        {
          header: 'Records',
          cell: ({ left, right, proposal }) => (
            <Link href={pairHref(proposal)}>
              {left} <span class="fp-second">and</span> {right}
            </Link>
          ),
        },
        {
          header: 'What',
          cell: ({ kind, stands }) =>
            kind === 'split' ? (
              <StateTag state="too-few">parted</StateTag>
            ) : (
              <StateTag state={stands ? 'holding' : 'too-few'}>{stands ? 'joined' : 'joined, parted since'}</StateTag>
            ),
        },
        { header: 'When', cell: ({ at }) => <Time instant={at} />, nowrap: true },
        {
          header: 'By',
          cell: ({ by, second }) => (second === null ? (by ?? 'the system') : `${by ?? ''} and ${second}`),
        },
        { header: 'Why', cell: ({ reason }) => reason },
        ...(reviews
          ? [
              {
                header: 'Undo',
                cell: ({ id, kind, stands, left, right }: ChangeView) =>
                  kind === 'merged' && stands ? (
                    <Link href={`${IDENTITIES}/undo/${id}`}>
                      Undo
                      <span class="govuk-visually-hidden">
                        {' '}
                        {left} and {right}
                      </span>
                    </Link>
                  ) : (
                    ''
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}
