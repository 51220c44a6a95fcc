import type { z } from 'zod'
import { AREA_KINDS } from '#kernel/areas/kinds.ts'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { dayOf, shortDayWithYear } from '#ui/words/dates.ts'
import { COMMUNITIES, communityHref, LOG } from '../addresses.ts'
import { openCommunity } from '../queries/profile.ts'
import { CoverageRows } from './parts/coverage.tsx'
import { FiguresCard } from './parts/figures.tsx'
import { FeedbackRows, HeardTable } from './parts/heard.tsx'
import { IndividualsTable } from './parts/individuals.tsx'
import { PlacesTable } from './parts/places.tsx'
import { ByWhichRules } from './parts/by-which-rules.tsx'

type Model = z.output<typeof openCommunity.output>

export const communityPage = page({ path: `${COMMUNITIES}/:id`, query: openCommunity, view: communityView })

const DONE = {
  saved: 'Profile saved: the next review is in a year',
  'place-added': 'Added to the list',
  'place-ended': 'Taken off the list',
  'individual-added': 'Key individual added',
  'individual-ended': 'Tie ended',
} as const

function communityView(model: Model, context: PageContext): View {
  const { area, profile, covered } = model
  const { now } = context
  return {
    section: 'prevent',
    title: `What do we know of ${area.name}?`,
    lead:
      profile === null
        ? `${AREA_KINDS[area.kind].words}. Nobody has written its profile yet`
        : `${AREA_KINDS[area.kind].words}. Profile reviewed ${shortDayWithYear(dayOf(profile.reviewedAt))} by ${profile.reviewedBy}`,
    marking: model.heard.some(({ marking }) => marking === 'OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    back: { href: COMMUNITIES, text: 'Communities' },
    notice: doneNotice(context, DONE),
    actions: model.writes ? actsOn(model) : [],
    body: (
      <>
        <CardGrid columns={2}>
          <WordsCard model={model} />
          <FiguresCard area={area} figures={model.figures} />
        </CardGrid>
        <h2>Groups and places to meet</h2>
        <PlacesTable places={model.places} writes={model.writes} />
        {covered ? <Covered model={model} now={now} /> : <NotCovered />}
        <ByWhichRules />
      </>
    ),
  }
}

function actsOn({ area, profile }: Model) {
  const act = (text: string, path: string) => ({ text, href: `${communityHref(area.id)}/${path}` })
  return [
    { text: 'Log an engagement', href: `${LOG}?area=${area.id}` },
    act(profile === null ? 'Write the profile' : 'Review the profile', 'profile'),
    act('Add a group or place', 'place'),
    act('Add a key individual', 'key-individual'),
    act('Make a hand-over pack', 'hand-over'),
  ]
}

function WordsCard({ model: { profile, area, writes } }: { readonly model: Model }) {
  return (
    <Card title="What it is like">
      {profile === null ? (
        <EmptyState title="No profile yet">
          {writes ? (
            <Link href={`${communityHref(area.id)}/profile`}>Write it</Link>
          ) : (
            'Its neighbourhood team writes it.'
          )}
        </EmptyState>
      ) : (
        <Definition
          of={[
            ['The area', profile.about],
            ['Languages', profile.languages],
            ['Worries', profile.worries],
            ['Dates', profile.dates],
            ['Not to forget', profile.remember],
          ]}
        />
      )}
    </Card>
  )
}

function Covered({ model, now }: { readonly model: Model; readonly now: Date }) {
  const { heard, individuals, owed, coverage, writes } = model
  return (
    <>
      <h2>Key individuals</h2>
      <IndividualsTable individuals={individuals} now={now} />
      <h2>Heard lately</h2>
      <HeardTable heard={heard} now={now} />
      <CardGrid columns={2}>
        <Card title="Answers that people wait for">
          <FeedbackRows owed={owed} now={now} writes={writes} />
        </Card>
        {coverage !== null && (
          <Card title="Who has not been heard" id="coverage">
            <CoverageRows coverage={coverage} />
          </Card>
        )}
      </CardGrid>
    </>
  )
}

function NotCovered() {
  return (
    <EmptyState title="What was heard here is not open to you">
      Engagements, key individuals and answers owed are open to those whose posting covers this area. Ask its
      neighbourhood team.
    </EmptyState>
  )
}
