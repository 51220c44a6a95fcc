import { Link } from '#kernel/web/parts/definition.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import type { Content } from '#ui/govuk/options.ts'
import { dayOf, shortDayWithYear } from '#ui/words/dates.ts'
import { problemHref } from '../../addresses.ts'
import type { PlanSummary } from '../../queries/plan-summary.ts'
import { OUTCOMES, PROBLEM_TYPES } from '../../reference/lists.ts'
import { STAGES } from '../../rules/pop05-stages.ts'
import { HeldTag, StandingTag } from './states.tsx'

/** Plans, one a row: what and where, at which stage, how it stands to its times, whose. */
export function PlansTable({ plans, empty }: { readonly plans: readonly PlanSummary[]; readonly empty: Content }) {
  return (
    <DataTable
      caption="Problem plans"
      captionHidden
      rows={plans}
      empty={empty}
      columns={[
        {
          header: 'Problem',
          cell: (plan) => (
            <>
              <Link href={problemHref(plan.id)}>{plan.title}</Link>
              <span class="fp-second">
                {PROBLEM_TYPES[plan.problemType]} · <Reference>{plan.reference}</Reference>
              </span>
            </>
          ),
        },
        {
          header: 'Where',
          cell: ({ place, areaName }) => (
            <>
              {place}
              {areaName !== null && <span class="fp-second">{areaName}</span>}
            </>
          ),
        },
        { header: 'Stage', cell: ({ stage }) => STAGES[stage] },
        { header: 'How it stands', phoneLabel: false, cell: (plan) => <Standing plan={plan} /> },
        { header: 'Stage due', nowrap: true, cell: ({ stageDue }) => dueWords(stageDue) },
        { header: 'Review due', nowrap: true, cell: ({ reviewDue }) => dueWords(reviewDue) },
        { header: 'Actions open', align: 'number', cell: ({ openActions }) => String(openActions) },
        {
          header: 'Owner',
          cell: ({ owner }) =>
            owner === null ? 'nobody yet' : <Link href={`/colleagues/${owner.id}`}>{owner.name}</Link>,
        },
      ]}
    />
  )
}

function Standing({ plan: { stage, standing, outcome, held } }: { readonly plan: PlanSummary }) {
  if (stage !== 'closed' || outcome === null) return <StandingTag standing={standing} />
  return (
    <>
      <HeldTag held={held} />
      <span class="fp-second">{OUTCOMES[outcome]}</span>
    </>
  )
}

function dueWords(instant: string | null): string {
  return instant === null ? 'none' : shortDayWithYear(dayOf(instant))
}
