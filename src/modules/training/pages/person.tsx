import type { z } from 'zod'
import { competenceName } from '#kernel/competences/competences.ts'
import { TRAINING_HREF, trainingOfHref } from '#kernel/competences/hrefs.ts'
import type { HoldingView } from '#kernel/competences/holdings.ts'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { dayOf, shortDayWithYear } from '#ui/words/dates.ts'
import { recordOfPersonHref, withdrawHref } from '../addresses.ts'
import { openPerson } from '../queries/open-person.ts'
import { StandingTag } from '#kernel/competences/standing-tag.tsx'

export const personTrainingPage = page({ path: trainingOfHref(':id'), query: openPerson, view: personView })

function personView(model: z.output<typeof openPerson.output>, context: PageContext): View {
  const { id, name, own, standings, holdings } = model
  return {
    section: 'work',
    title: own ? 'What are you trained in?' : `What is ${name} trained in?`,
    lead: 'Seen by the person, and by those who supervise or lead them',
    back: { href: TRAINING_HREF, text: 'Training' },
    notice: doneNotice(context, {
      recorded: 'Course recorded',
      withdrawn: 'Taken back: it counts for no day any more',
    }),
    actions: [
      ...(model.records ? [{ text: 'Record a course', href: recordOfPersonHref(id) }] : []),
      { text: own ? 'Your page' : 'Their page', href: `/colleagues/${id}` },
    ],
    body: (
      <>
        <Definition of={standings.map((one) => [one.name, <StandingTag stands={one} />])} />
        <h2>What was recorded</h2>
        <Holdings holdings={holdings} records={model.records} own={own} />
      </>
    ),
  }
}

interface HoldingsProps {
  readonly holdings: readonly HoldingView[]
  readonly records: boolean
  readonly own: boolean
}

function Holdings({ holdings, records, own }: HoldingsProps) {
  return (
    <DataTable
      caption="What was recorded"
      captionHidden
      rows={holdings}
      empty={
        <EmptyState title="Nothing is recorded yet">
          {own
            ? 'Ask whoever supervises you to record the course that you were on.'
            : 'Record the course that they were on, with its day.'}
        </EmptyState>
      }
      columns={[
        {
          header: 'Training',
          cell: ({ competence, course }) => (
            <>
              {competenceName(competence)}
              <span class="fp-second">{course}</span>
            </>
          ),
        },
        { header: 'Finished on', nowrap: true, cell: ({ gainedOn }) => shortDayWithYear(gainedOn) },
        {
          header: 'Current to',
          cell: ({ expiresOn, withdrawn }) =>
            withdrawn === null ? (
              shortDayWithYear(expiresOn)
            ) : (
              <>
                taken back by {withdrawn.by}: {withdrawn.reason}
              </>
            ),
        },
        {
          header: 'Recorded by',
          cell: ({ recordedBy, recordedAt }) => (
            <>
              {recordedBy}
              <span class="fp-second">{shortDayWithYear(dayOf(recordedAt))}</span>
            </>
          ),
        },
        ...(records
          ? [
              {
                header: 'To do',
                phoneLabel: false as const,
                cell: (one: HoldingView) =>
                  one.withdrawn === null && (
                    <Link href={withdrawHref(one.id)}>
                      Take back
                      <span class="govuk-visually-hidden"> the course of {shortDayWithYear(one.gainedOn)}</span>
                    </Link>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}
