import { DueTime, DutyState } from '#kernel/duties/time-cell.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { Link } from '#kernel/web/parts/definition.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid, CardRows } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { HiddenField } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { plural } from '#ui/words/numbers.ts'
import { COMMUNITIES, communityHref, keyIndividualHref, LOG, PATCH } from '../addresses.ts'
import type { Patch, PatchQuery } from '../queries/patch.ts'
import { SINCE_HOURS, SINCE_WORDS } from '../rules/pat01-since.ts'
import { ENGAGEMENT_KINDS, QUICK_KINDS } from '../rules/lists.ts'
import { CoverageRows } from './parts/coverage.tsx'
import { HappenedCard, WarningsCard } from './parts/happened.tsx'
import { FeedbackRows } from './parts/heard.tsx'
import { OnPatchCard } from './parts/on-patch.tsx'
import { ReviewDay, standingOf, TieState } from './parts/individuals.tsx'

const TITLE = 'My patch this shift'

export const patchPageOf = (showPatch: PatchQuery) =>
  page({
    path: PATCH,
    query: showPatch,
    view: ({ patch }, context) => (patch === null ? noPatch() : patchView(patch, context)),
  })

function noPatch(): View {
  return {
    section: 'prevent',
    title: TITLE,
    body: (
      <EmptyState title="Your posting has no area">
        <Link href={COMMUNITIES}>Choose a community</Link> to see what is known of it.
      </EmptyState>
    ),
  }
}

function patchView(patch: Patch, context: PageContext): View {
  const { area, from, to, frozen } = patch
  return {
    section: 'prevent',
    title: TITLE,
    lead: (
      <>
        {area.name}, since <Time instant={from} now={context.now} />
        {frozen && (
          <>
            {' '}
            to <Time instant={to} now={context.now} />, where the data ends
          </>
        )}
      </>
    ),
    marking: markingOf(patch),
    notice: doneNotice(context, { logged: 'Engagement logged' }),
    actions: [{ text: `What is known of ${area.name}`, href: communityHref(area.id) }],
    body: (
      <>
        {patch.writes && <QuickLog area={area.id} />}
        <CardGrid columns={2}>
          <HappenedCard patch={patch} now={context.now} />
          <WarningsCard warnings={patch.warnings} some={patch.happened.length > 0} />
          <Card title="Promised to the public" {...(lateIn(patch, context.now) && { state: 'not-held' as const })}>
            <FeedbackRows owed={patch.feedback} now={context.now} writes={patch.writes} />
          </Card>
          <OwnDuties patch={patch} now={context.now} />
          {patch.others.map((of) => (
            <OnPatchCard of={of} now={context.now} />
          ))}
          <Card title="Who has not been heard" href={`${communityHref(area.id)}#coverage`}>
            <CoverageRows coverage={patch.coverage} most={5} />
          </Card>
          <TiesCard patch={patch} now={context.now} />
          {patch.profile !== null && patch.profile.remember !== '' && (
            <Card title="Not to forget" href={communityHref(area.id)}>
              <p>{patch.profile.remember}</p>
            </Card>
          )}
          <NotYet />
        </CardGrid>
        <FilterBar action={PATCH} values={{ since: patch.hours }} errors={context.errors}>
          <HiddenField name="area" value={area.id} />
          <SelectField
            name="since"
            label="Look back over"
            options={SINCE_HOURS.map((value) => ({ value, text: SINCE_WORDS[value] }))}
          />
        </FilterBar>
      </>
    ),
  }
}

/** The first of three taps: what kind it was. */
function QuickLog({ area }: { readonly area: number }) {
  return (
    <nav class="fp-quick" aria-label="Log an engagement">
      <p class="fp-quick__words">Log an engagement:</p>
      <ul class="fp-quick__list">
        {QUICK_KINDS.map((kind) => (
          <li>
            <a class="fp-quick__link" href={`${LOG}?kind=${kind}&area=${area}`}>
              {ENGAGEMENT_KINDS[kind]}
            </a>
          </li>
        ))}
        <li>
          <a class="fp-quick__link" href={`${LOG}?area=${area}`}>
            Something else
          </a>
        </li>
      </ul>
    </nav>
  )
}

function lateIn({ feedback }: Patch, now: Date): boolean {
  return feedback.some(({ dueAt }) => dueAt !== null && Date.parse(dueAt) < now.getTime())
}

function OwnDuties({ patch: { duties, owed }, now }: { readonly patch: Patch; readonly now: Date }) {
  return (
    <Card title="What I owe" href="/work/duties" {...(owed.overdue > 0 && { state: 'not-held' as const })}>
      {duties.length === 0 ? (
        <EmptyState title="Nothing is owed by you">What you must do by a time stands here.</EmptyState>
      ) : (
        <>
          <p>
            <strong>{owed.overdue} overdue</strong>, {owed.today} due today, {owed.week} in the seven days after.
          </p>
          <CardRows
            rows={duties.map((duty) => ({
              text: (
                <>
                  <Link href={`/work/duties/${duty.id}`}>{duty.title}</Link>, <DueTime dueAt={duty.dueAt} now={now} />
                </>
              ),
              note: <DutyState duty={duty} now={now} />,
            }))}
          />
        </>
      )}
    </Card>
  )
}

/** Those whom nobody has talked with for long, or whose review is due. */
function TiesCard({ patch: { individuals, area }, now }: { readonly patch: Patch; readonly now: Date }) {
  const waiting = individuals.filter((one) => standingOf(one, now) !== 'active')
  return (
    <Card title="Key individuals to see" href={communityHref(area.id)}>
      {waiting.length === 0 ? (
        <EmptyState title="All in touch">
          {plural(individuals.length, 'key individual')} of this patch, each talked with in the last half year.
        </EmptyState>
      ) : (
        <CardRows
          rows={waiting.slice(0, 6).map((one) => ({
            text: (
              <>
                <Link href={keyIndividualHref(one.id)}>{one.role}</Link>, review <ReviewDay one={one} now={now} />
              </>
            ),
            note: <TieState one={one} now={now} />,
          }))}
        />
      )}
    </Card>
  )
}

function NotYet() {
  return (
    <Card title="Not on this page yet">
      <p>
        Nothing of this is known here yet, so its absence says nothing: bail, court orders and curfews; cuckooed
        addresses; groups that touch the patch; who is on duty, and when your last shift was.
      </p>
    </Card>
  )
}

/** The highest of anything on the page. */
function markingOf({ happened, warnings, duties, others }: Patch) {
  const rows = others.flatMap((of) => of.rows)
  const all: readonly string[] = [...happened, ...warnings, ...duties, ...rows].map(({ marking }) => marking)
  return all.includes('OFFICIAL-SENSITIVE') ? ('OFFICIAL-SENSITIVE' as const) : ('OFFICIAL' as const)
}
