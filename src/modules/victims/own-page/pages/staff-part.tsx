import { Link } from '#kernel/web/parts/definition.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { actHref } from '../addresses.ts'
import type { StaffOwnPage } from '../queries/staff-model.ts'
import { MOST_TRIES } from '../rules/vcp02-link.ts'
import { LINK_WAYS } from '../rules/vcp04-reach.ts'

interface StaffPartProps {
  readonly victim: string
  readonly own: StaffOwnPage
  readonly works: boolean
}

type LinkView = StaffOwnPage['links'][number]

const STATES = {
  waiting: 'waits to be used',
  used: 'used',
  expired: 'never used, too old',
  ended: 'ended',
} as const satisfies Record<LinkView['state'], string>

const WHY = {
  'taken-back': 'taken back',
  replaced: 'a newer one was made',
  tries: 'five wrong codes: ask them whether it was them',
  unsafe: 'a page may put them at risk',
} as const satisfies Record<NonNullable<LinkView['endedWhy']>, string>

const ANSWERS = { yes: 'helped', no: 'did not help', unsure: 'not sure' } as const

/** A victim’s own page, as those who look after them see it: links, messages, and whether it helped. */
export function StaffPart({ victim, own, works }: StaffPartProps) {
  const { whyNot, links, words, messages, messagesAllowed } = own
  return (
    <>
      {whyNot.length > 0 ? (
        <p class="govuk-body">No page for them. {whyNot.join('. ')}.</p>
      ) : (
        works && (
          <p class="govuk-body">
            <Link href={actHref(victim, 'own-page')}>Make a link to their own page</Link>
            {links.length > 0 && (
              <>
                , or <Link href={actHref(victim, 'own-page-close')}>close it</Link>
              </>
            )}
          </p>
        )
      )}
      {links.length > 0 && <Links links={links} />}
      {(messages.length > 0 || (messagesAllowed && whyNot.length === 0)) && (
        <>
          <h3>Messages</h3>
          {works && messagesAllowed && whyNot.length === 0 && (
            <p class="govuk-body">
              <Link href={actHref(victim, 'own-page-answer')}>Write to them</Link>
            </p>
          )}
          <DataTable
            caption="Messages"
            captionHidden
            rows={messages}
            empty={<EmptyState title="No message yet">What they write on their page stands here.</EmptyState>}
            columns={[
              { header: 'When', cell: ({ at }) => <Time instant={at} /> },
              { header: 'From', cell: ({ by }) => by ?? 'the victim' },
              { header: 'Message', cell: ({ words: said }) => said },
            ]}
          />
        </>
      )}
      {words.length > 0 && (
        <DataTable
          caption="Whether their page helped"
          rows={words}
          empty={<EmptyState title="Nothing said yet">What they say of their page stands here.</EmptyState>}
          columns={[
            { header: 'When', cell: ({ at }) => <Time instant={at} /> },
            { header: 'It', cell: ({ helped }) => ANSWERS[helped] },
            { header: 'What could be better', cell: ({ words: said }) => said ?? '' },
          ]}
        />
      )}
    </>
  )
}

function Links({ links }: { readonly links: readonly LinkView[] }) {
  return (
    <DataTable
      caption="Links"
      captionHidden
      rows={links}
      empty={<EmptyState title="No link yet">Each link that was made stands here.</EmptyState>}
      columns={[
        { header: 'Made', cell: ({ madeAt }) => <Time instant={madeAt} /> },
        { header: 'By', cell: ({ by }) => by },
        {
          header: 'Sent by',
          cell: ({ way, reach }) => (
            <>
              {LINK_WAYS[way]}
              {reach !== null && <span class="fp-second">{reach}</span>}
            </>
          ),
        },
        {
          header: 'State',
          phoneLabel: false,
          cell: ({ state, endedWhy, tries, usedAt }) => (
            <>
              <StateTag state={state === 'used' ? 'holding' : endedWhy === 'tries' ? 'slipping' : 'too-few'}>
                {STATES[state]}
              </StateTag>
              <span class="fp-second">
                {usedAt !== null && <Time instant={usedAt} />}
                {usedAt === null && endedWhy !== null && WHY[endedWhy]}
                {usedAt === null && endedWhy === null && tries > 0 && `${tries} of ${MOST_TRIES} codes were wrong`}
              </span>
            </>
          ),
        },
      ]}
    />
  )
}
