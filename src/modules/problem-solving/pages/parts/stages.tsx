import type { ComponentChildren } from 'preact'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import { problemHref } from '../../addresses.ts'
import type { PlanPageModel } from '../../queries/open-plan.ts'
import { HYPOTHESIS_STANDINGS, type PlanDetail } from '../../queries/plan-model.ts'
import { CHEERS, DATA_SOURCES, SIDES, VERDICTS } from '../../reference/lists.ts'
import { isWorked, STAGES, type Worked } from '../../rules/pop05-stages.ts'

const WORDS: ReadonlyMap<string, string> = new Map([...Object.entries(CHEERS), ...Object.entries(DATA_SOURCES)])

/** What each stage has written down, with where to write. */
export function Stages({ model }: { readonly model: PlanPageModel }) {
  const { plan } = model
  return (
    <CardGrid columns={2}>
      <Stage model={model} stage="objective" link="objective">
        <Definition
          of={[
            ['Objective', plan.objective],
            ['Counted by', plan.measure],
            ['Aim', aimWords(plan)],
            ['Set against', baselineWords(plan)],
          ]}
        />
      </Stage>
      <Stage model={model} stage="scanning" link="scanning">
        <Definition
          of={[
            ['Who is harmed', plan.whoHarmed],
            ['What happens', plan.events],
            ['When and where', plan.whenWhere],
            ['In twelve months', plan.inYear === null ? null : String(plan.inYear)],
            ['It is so that', listed(plan.cheers)],
            ['Why all the same', plan.cheersReason],
            ['Looked at', listed(plan.dataSources)],
          ]}
        />
      </Stage>
      <Stage model={model} stage="analysis" link="analysis">
        <Definition
          of={[
            [SIDES.victim.words, plan.sideVictim],
            [SIDES.offender.words, plan.sideOffender],
            [SIDES.place.words, plan.sidePlace],
            ['Tried before', plan.triedBefore],
            ['Not known', plan.dataGaps],
          ]}
        />
        <Hypotheses model={model} />
      </Stage>
      <Stage model={model} stage="assessment" link="assessment">
        <Definition
          of={[
            ['Done as planned?', plan.delivered],
            ['What the counts show', model.effect],
            ['Counted from', plan.countedFrom],
            ['Did it move?', plan.displacement],
            ['What people say', plan.publicView],
            ['Cost', plan.cost],
            ['Verdict', plan.verdict === null ? null : VERDICTS[plan.verdict]],
            ['Learnt', plan.lessons],
          ]}
        />
      </Stage>
    </CardGrid>
  )
}

interface StageProps {
  readonly model: PlanPageModel
  readonly stage: Worked
  readonly link: string
  readonly children: ComponentChildren
}

function Stage({ model, stage, link, children }: StageProps) {
  const now = model.stage === stage
  return (
    <Card title={STAGES[stage]} over={now ? 'Now' : undefined} id={stage}>
      {children}
      {isWorked(model.stage) && (
        <p>
          <Link href={`${problemHref(model.parts.head.id)}/${link}`}>Write the {STAGES[stage].toLowerCase()}</Link>
        </p>
      )}
    </Card>
  )
}

function Hypotheses({ model: { plan, stage, parts } }: { readonly model: PlanPageModel }) {
  const href = problemHref(parts.head.id)
  return (
    <>
      <h3 class="govuk-heading-s">Hypotheses</h3>
      {plan.hypotheses.length === 0 && <p class="govuk-body">None yet: why might it happen?</p>}
      <ul class="govuk-list govuk-list--bullet">
        {plan.hypotheses.map(({ words, test, standing, shownBy }) => (
          <li>
            {words} <strong>{HYPOTHESIS_STANDINGS[standing]}</strong>
            <span class="fp-second">{shownBy ?? `To be seen if so: ${test}`}</span>
          </li>
        ))}
      </ul>
      {isWorked(stage) && (
        <p>
          <Link href={`${href}/hypothesis`}>Add a hypothesis</Link>
          {plan.hypotheses.length > 0 && (
            <>
              {' · '}
              <Link href={`${href}/judge`}>Say what was found</Link>
            </>
          )}
        </p>
      )}
    </>
  )
}

function listed(codes: readonly string[]): string | null {
  return codes.length === 0 ? null : codes.map((code) => WORDS.get(code) ?? code).join('; ')
}

function aimWords({ targetPercent, targetOn }: PlanDetail): string | null {
  if (targetPercent === null && targetOn === null) return null
  const by = targetPercent === null ? 'by how much is not said' : `${targetPercent} in a hundred fewer`
  return targetOn === null ? by : `${by} by ${dayWithYear(targetOn)}`
}

function baselineWords({ baselineFrom, baselineTo, baselineCount }: PlanDetail): string | null {
  if (baselineFrom === null || baselineTo === null) return null
  const days = `${dayWithYear(baselineFrom)} to ${dayWithYear(baselineTo)}`
  return baselineCount === null ? days : `${baselineCount} in ${days}`
}
