import { Link } from '#kernel/web/parts/definition.tsx'
import { CardRows } from '#ui/blocks/card.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { dayOf, daysLeft, shortDayWithYear } from '#ui/words/dates.ts'
import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import type { PlanPageModel } from '../../queries/open-plan.ts'

interface Props extends Pick<PlanPageModel, 'duties'> {
  /** The plan’s own: it stands above already, so that the duties leave it out. */
  readonly title: string
  readonly today: CivilDate
}

/** What is owed on the plan, the first first. */
export function Owed({ duties, title: plan, today }: Props) {
  if (duties.length === 0) return <p class="govuk-body">Nothing is owed on it.</p>
  return (
    <CardRows
      rows={duties.map(({ id, title, dueAt }) => ({
        text: <Link href={`/work/duties/${id}`}>{withoutPlan(title, plan)}</Link>,
        note: dueAt === null ? 'its clock stands still' : <Due dueAt={dueAt} today={today} />,
      }))}
    />
  )
}

function withoutPlan(title: string, plan: string): string {
  const end = `: ${plan}`
  return title.endsWith(end) ? title.slice(0, -end.length) : title
}

function Due({ dueAt, today }: { readonly dueAt: string; readonly today: CivilDate }) {
  const day = dayOf(dueAt)
  const over = day.toString() < today
  return (
    <>
      {shortDayWithYear(day)}{' '}
      <StateTag state={over ? 'not-held' : day.toString() === today ? 'slipping' : 'holding'}>
        {daysLeft(day, today)}
      </StateTag>
    </>
  )
}
