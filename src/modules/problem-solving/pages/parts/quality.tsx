import { Link } from '#kernel/web/parts/definition.tsx'
import { Card } from '#ui/blocks/card.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Timeline } from '#ui/moj/timeline.tsx'
import { dayAndTime } from '#ui/words/dates.ts'
import { evaluationHref } from '../../addresses.ts'
import type { PlanPageModel } from '../../queries/open-plan.ts'
import { HELD } from '../../reference/lists.ts'
import { PLAN_QUALITY } from '../../rules/pop09-quality.ts'
import { HeldTag } from './states.tsx'

const JUDGEMENTS: ReadonlyMap<string, string> = new Map(Object.entries(PLAN_QUALITY.judgements))
const MOST = PLAN_QUALITY.items.length * (PLAN_QUALITY.scale.length - 1)

/** How good the plan is, by the last assessment; and those before it, as they were. */
export function Quality({ quality }: Pick<PlanPageModel, 'quality'>) {
  const [latest] = quality
  if (latest === undefined)
    return (
      <Card title="Quality">
        <p class="govuk-body">Not assessed yet. Somebody whose plan it is not does so.</p>
      </Card>
    )
  const lowest = PLAN_QUALITY.items.filter(({ code }) => (latest.answers[code] ?? 0) <= 1)
  return (
    <Card title="Quality">
      <p>
        <StateTag state={latest.judgement === 'good' ? 'holding' : 'slipping'}>
          {JUDGEMENTS.get(latest.judgement) ?? latest.judgement}
        </StateTag>{' '}
        {latest.score} of {MOST}
      </p>
      {lowest.length > 0 && (
        <>
          <p class="govuk-body">Weakest:</p>
          <ul class="govuk-list govuk-list--bullet">
            {lowest.map(({ words }) => (
              <li>{words}</li>
            ))}
          </ul>
        </>
      )}
      <Timeline
        headingLevel={3}
        items={quality.map((one) => ({
          label: { text: `${one.score} of ${MOST}: ${JUDGEMENTS.get(one.judgement) ?? one.judgement}` },
          byline: { text: one.madeBy },
          datetime: { timestamp: one.madeAt, text: dayAndTime(one.madeAt) },
          children: one.reason === null ? <p>As the items suggest.</p> : <p>{one.reason}</p>,
        }))}
      />
    </Card>
  )
}

/** Whether it held, as it was looked at after the end. */
export function Checks({
  model: { plan, stage, parts, heldByCounts },
}: {
  readonly model: Pick<PlanPageModel, 'plan' | 'stage' | 'parts' | 'heldByCounts'>
}) {
  if (stage !== 'closed' && plan.checks.length === 0) return null
  return (
    <Card title="Did it hold?">
      <p>
        <HeldTag held={plan.held} />
      </p>
      {heldByCounts !== null && (
        <p class="govuk-body">
          {heldByCounts.words} <Link href={evaluationHref(parts.head.id)}>See its evaluation</Link>
        </p>
      )}
      {plan.checks.length > 0 && (
        <Timeline
          headingLevel={3}
          items={plan.checks.map(({ months, held, words, by, at }) => ({
            label: { text: `${months} months on: ${HELD[held]}` },
            byline: { text: by },
            datetime: { timestamp: at, text: dayAndTime(at) },
            children: <p>{words}</p>,
          }))}
        />
      )}
    </Card>
  )
}
