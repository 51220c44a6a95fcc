import type { ComponentChildren } from 'preact'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import { victimHref } from '../../addresses.ts'
import type { VictimPageModel } from '../../queries/victim-model.ts'
import { TOPIC_ANSWERS, TOPICS } from '../../rules/offers.ts'
import { REFERRALS } from '../../rules/referrals.ts'
import { GIVEN_BY, READ_BY, STATEMENT_ANSWERS } from '../../rules/statements.ts'
import { Complaints } from './complaints.tsx'
import { Reviews } from './reviews.tsx'

interface Props {
  readonly model: VictimPageModel
  /** Whether this reader works with victims, and this one is still followed. */
  readonly works: boolean
  /** Whether they may take on a review, if the rule lets them. */
  readonly reviews: boolean
}

/** The rights that a victim used, each with what was done and what can be done next. */
export function RightsUsed({ model, works, reviews }: Props) {
  const { rights } = model
  const { id } = model.parts.head
  const to = (path: string, text: string) => works && <Act href={`${victimHref(id)}/${path}`}>{text}</Act>
  const isBusiness = model.detail.standing === 'business'
  return (
    <CardGrid columns={3}>
      <Card title={isBusiness ? 'Impact statement for the business' : 'Personal statement'}>
        <Statements rights={rights} />
        {to('statement', rights.statements.length === 0 ? 'Offer it' : 'Write down another answer or version')}
        {rights.statements.some(({ answer }) => answer === 'taken') && (
          <>
            {!isBusiness && to('statement-wish', 'Keep who reads it aloud')}
            {to('statement-share', 'The prosecutors have it')}
          </>
        )}
      </Card>
      <Card title="Support, and what they were told of">
        <Definition
          of={[
            ...rights.referrals.map(({ what, service, by, at, words }) =>
              line(`${REFERRALS[what]}${service === null ? '' : `: ${service}`}`, { by, at, words }),
            ),
            ...rights.offers.map(({ topic, answer, by, at, words }) =>
              line(`${TOPICS[topic]}: ${TOPIC_ANSWERS[answer].toLowerCase()}`, { by, at, words }),
            ),
          ]}
        />
        {rights.referrals.length === 0 && <p class="govuk-body">No referral is written down.</p>}
        {to('refer', 'Referral to support')}
        {to('offer', 'Restorative justice or compensation')}
      </Card>
      <Card title="Review of a decision, and complaints">
        {rights.mayAskUntil !== null && rights.reviews.length === 0 && (
          <p class="govuk-body">
            They may ask for a review until {dayWithYear(rights.mayAskUntil)}: three months from being told.
          </p>
        )}
        <Reviews victim={id} reviews={rights.reviews} works={works} reviewer={reviews} />
        {to('review', 'They ask for a review')}
        <Complaints victim={id} complaints={rights.complaints} works={works} />
        {to('complaint', 'They complain of the service')}
      </Card>
    </CardGrid>
  )
}

function Act({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <p class="govuk-body">
      <Link href={href}>{children}</Link>
    </p>
  )
}

interface Done {
  readonly by: string
  readonly at: string
  readonly words?: string | null
}

/** One act: what, and under it by whom and when. */
function line(what: string, { by, at, words }: Done): readonly [string, ComponentChildren] {
  return [
    what,
    <>
      {words}
      <span class="fp-second">
        {by}, <Time instant={at} />
      </span>
    </>,
  ]
}

/** Answers, versions, wishes and what the prosecutors have, the latest first. */
function Statements({ rights: { statements } }: { readonly rights: VictimPageModel['rights'] }) {
  if (statements.length === 0) return <p class="govuk-body">Not offered yet: nothing is written down.</p>
  return (
    <Definition
      of={statements.map((one) => {
        if (one.readBy !== null) return line('Read aloud', { ...one, words: say(READ_BY[one.readBy], one.words) })
        if (one.sharedOn !== null)
          return line('With the prosecutors', { ...one, words: say(`Since ${dayWithYear(one.sharedOn)}`, one.words) })
        const answer = one.answer === null ? '' : STATEMENT_ANSWERS[one.answer]
        const from = one.givenBy === null || one.givenBy === 'self' ? null : GIVEN_BY[one.givenBy]
        const kept = one.keptAt === null ? null : `Kept: ${one.keptAt}`
        return line(answer, { ...one, words: say(from, one.words, kept) })
      })}
    />
  )
}

const say = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join('. ')
