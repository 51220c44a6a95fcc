import type { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { ROLES } from '#kernel/access/roles.ts'
import { trainingOfHref } from '#kernel/competences/hrefs.ts'
import type { StandingView } from '#kernel/competences/holdings.ts'
import { StandingTag } from '#kernel/competences/standing-tag.tsx'
import { openAccount } from '#kernel/organisation/account/open.ts'
import { standsOn } from '#kernel/organisation/rules/rule.ts'
import { PRINCIPAL_WORDS, wordsFor } from '#kernel/organisation/words.ts'
import { page } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { actionsFor, administers } from '../parts/may.ts'
import type { Place } from '../parts/place.ts'
import { termWords } from '../parts/terms.ts'

type Posting = z.output<typeof openAccount.output>['postings'][number]

const DONE = {
  added: 'Person added. They can sign in once they have a posting',
  changed: 'Person saved',
  left: 'Marked as left. They have been signed out everywhere',
  reinstated: 'Re-instated. Check their postings below',
  posted: 'Posting added',
  'posting-changed': 'Posting saved',
  'posting-ended': 'Last day of the posting saved',
}

export const personPage = ({ base, accounts, section, readers }: Place) =>
  page({
    path: `${accounts}/:id`,
    query: readers(openAccount),
    view: ({ account, postings, training }, context) => {
      const admin = `/administration/people/${account.id}`
      const acts =
        account.leftAt === null
          ? [
              { text: 'Post them to a unit', href: `${admin}/post` },
              { text: 'Change', href: `${admin}/change` },
              { text: 'Mark as left', href: `${admin}/leave` },
            ]
          : [{ text: 'Re-instate', href: `${admin}/reinstate` }]
      return {
        section,
        title: account.name,
        lead:
          account.leftAt === null ? (
            account.agencyName
          ) : (
            <>
              Has left: <Time instant={account.leftAt} />
            </>
          ),
        back: { href: accounts, text: base === '' ? 'Colleagues' : 'People' },
        notice: doneNotice(context, DONE),
        actions: actionsFor(administers(context), ...acts),
        body: (
          <>
            <Definition
              of={[
                ['Number', account.number !== null && <Reference>{account.number}</Reference>],
                ['Agency', account.agencyName],
                ['Kind', wordsFor(PRINCIPAL_WORDS, account.principal)],
                ['Clearance', account.clearance],
                ['Training', training !== null && <Training of={account.id} training={training} />],
              ]}
            />
            <h2 class="govuk-heading-m">Postings, now and before</h2>
            <Postings postings={postings} base={base} context={context} />
          </>
        ),
      }
    },
  })

interface TrainingProps {
  readonly of: string
  readonly training: readonly StandingView[]
}

/** Shown to the person and to those who supervise or lead them. */
function Training({ of, training }: TrainingProps) {
  return (
    <>
      {training.map((one) => (
        <div>
          {one.name}: <StandingTag stands={one} />
        </div>
      ))}
      <Link href={trainingOfHref(of)}>What was recorded</Link>
    </>
  )
}

function stateOf(posting: Posting, day: string): string {
  if (posting.starts > day) return 'to come'
  return standsOn({ from: posting.starts, to: posting.ends }, day) ? 'now' : 'before'
}

function Postings({
  postings,
  base,
  context,
}: {
  readonly postings: readonly Posting[]
  readonly base: string
  readonly context: PageContext
}) {
  const day = londonDateAt(context.now)
  const own = administers(context)
  return (
    <DataTable
      caption="Postings"
      captionHidden
      rows={postings}
      empty={
        <EmptyState title="No postings">
          Without one they cannot sign in. An administrator posts them to a unit.
        </EmptyState>
      }
      columns={[
        { header: 'Post', cell: (posting) => posting.title },
        { header: 'Unit', cell: (posting) => <Link href={`${base}/units/${posting.unit}`}>{posting.unitName}</Link> },
        {
          header: 'Roles',
          cell: (posting) =>
            [...posting.roles.map((role) => wordsFor(ROLES, role)), ...(posting.forceWide ? ['whole force'] : [])].join(
              '; ',
            ),
        },
        { header: 'When', cell: (posting) => termWords(posting.starts, posting.ends) },
        { header: 'State', cell: (posting) => stateOf(posting, day) },
        {
          header: 'To do',
          phoneLabel: false,
          nowrap: true,
          cell: (posting) =>
            own && (
              <>
                <Link href={`/administration/postings/${posting.id}/change`}>
                  Change<span class="govuk-visually-hidden"> {posting.title}</span>
                </Link>{' '}
                {stateOf(posting, day) !== 'before' && (
                  <Link href={`/administration/postings/${posting.id}/end`}>
                    End<span class="govuk-visually-hidden"> {posting.title}</span>
                  </Link>
                )}
              </>
            ),
        },
      ]}
    />
  )
}
