import type { z } from 'zod'
import { dueWords } from '#kernel/duties/due-words.ts'
import { partyHref } from '#kernel/parties/hrefs.ts'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { dayOf, shortDayWithYear } from '#ui/words/dates.ts'
import { plural } from '#ui/words/numbers.ts'
import { communityHref, HAND_OVERS, keyIndividualHref } from '../addresses.ts'
import { openHandOver } from '../queries/hand-over.ts'
import type { PackContent } from '../queries/pack-content.ts'
import { ENGAGEMENT_KINDS, wordsFor } from '../rules/lists.ts'
import { dayWords, heardWords, issueWords } from './parts/words.ts'

type Model = z.output<typeof openHandOver.output>

/** One page, made to be printed: the marking and who printed it stand on every sheet. */
export const handOverPage = page({ path: `${HAND_OVERS}/:id`, query: openHandOver, view: packView })

function packView(model: Model, context: PageContext): View {
  const { area, head, content } = model
  return {
    section: 'prevent',
    title: `Hand-over of ${area.name}`,
    lead: (
      <>
        {head.reference}, made by {model.madeBy} for {head.ownerName ?? 'nobody'},{' '}
        <Time instant={model.madeAt} now={context.now} />. To be read until {shortDayWithYear(model.keepUntil)}
      </>
    ),
    marking: head.marking,
    back: { href: communityHref(area.id), text: area.name },
    notice: doneNotice(context, { made: 'Hand-over pack made: they are told of it' }),
    actions: [{ text: 'Why can I see this?', href: `/why/hand-over/${head.id}` }],
    body:
      content === null ? (
        <EmptyState title="This pack is over">
          It was a copy of a day, and may not be read any more. Ask for a new one, or{' '}
          <Link href={communityHref(area.id)}>open the community</Link>.
        </EmptyState>
      ) : (
        <Pack content={content} model={model} now={context.now} />
      ),
  }
}

interface PackProps {
  readonly content: PackContent
  readonly model: Model
  readonly now: Date
}

function Pack({ content, model, now }: PackProps) {
  const { profile, notHeard, engagements } = content
  return (
    <>
      <h2>Not to forget</h2>
      <p>{content.note}</p>
      {profile !== null && profile.remember !== '' && <p>{profile.remember}</p>}
      <h2>Answers that people wait for</h2>
      <DataTable
        caption="Answers that people wait for"
        captionHidden
        rows={content.feedback}
        empty={<EmptyState title="Nobody waits for an answer">On the day on which this was made.</EmptyState>}
        columns={[
          { header: 'Raised', cell: issueWords },
          { header: 'When', cell: ({ raisedAt }) => dayWords(raisedAt, now), nowrap: true },
        ]}
      />
      <h2>What is owed in the area</h2>
      <DataTable
        caption="What is owed in the area"
        captionHidden
        rows={content.duties}
        empty={<EmptyState title="Nothing was owed">On the day on which this was made.</EmptyState>}
        columns={[
          { header: 'What', cell: ({ id, title }) => <Link href={`/work/duties/${id}`}>{title}</Link> },
          { header: 'By whom', cell: ({ owner }) => owner ?? 'nobody' },
          { header: 'Due', cell: ({ dueAt }) => (dueAt === null ? 'no due time' : dueWords(dueAt, now)) },
        ]}
      />
      <h2>Key individuals</h2>
      <People content={content} model={model} />
      <h2>What it is like</h2>
      {profile === null ? (
        <p>Nobody had written its profile.</p>
      ) : (
        <Definition
          of={[
            ['The area', profile.about],
            ['Languages', profile.languages],
            ['Worries', profile.worries],
            ['Dates', profile.dates],
          ]}
        />
      )}
      <h2>Heard last</h2>
      <DataTable
        caption="Heard last"
        captionHidden
        rows={content.latest}
        empty={<EmptyState title="Nothing heard">No engagement was logged.</EmptyState>}
        columns={[
          { header: 'What', cell: ({ kind }) => wordsFor(ENGAGEMENT_KINDS, kind) },
          { header: 'When', cell: ({ happenedAt }) => dayWords(happenedAt, now), nowrap: true },
          { header: 'From whom', cell: ({ heard }) => heardWords(heard) },
          { header: 'Words', cell: ({ words }) => words },
        ]}
      />
      <p>
        {plural(engagements, 'engagement')} in twelve months.{' '}
        {notHeard.length === 0 ? 'Every group was heard.' : `Not heard: ${heardWords(notHeard)}.`}
      </p>
    </>
  )
}

function People({ content, model: { people } }: Pick<PackProps, 'content' | 'model'>) {
  const byId = new Map(people.map((one) => [one.id, one]))
  return (
    <DataTable
      caption="Key individuals"
      captionHidden
      rows={content.individuals}
      empty={<EmptyState title="No key individuals">None had been added.</EmptyState>}
      columns={[
        { header: 'Role', cell: ({ id, role }) => <Link href={keyIndividualHref(id)}>{role}</Link> },
        {
          header: 'Who',
          cell: ({ party }) => {
            const who = byId.get(party)
            return who === undefined ? (
              'somebody whom you may not open'
            ) : (
              <Link href={partyHref(who.kind, who.id)}>{who.label}</Link>
            )
          },
        },
        { header: 'What for', cell: ({ purpose }) => purpose },
        {
          header: 'Last talk',
          cell: ({ lastContactAt }) => (lastContactAt === null ? 'none' : shortDayWithYear(dayOf(lastContactAt))),
        },
        { header: 'Review', cell: ({ reviewOn }) => shortDayWithYear(reviewOn) },
      ]}
    />
  )
}
