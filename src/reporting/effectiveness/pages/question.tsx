import type { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { page, type View } from '#kernel/web/view.ts'
import { FindingsTable, JUDGES } from '#modules/inspections/index.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Details } from '#ui/govuk/details.tsx'
import { judgeHref, PACKS, QUESTION, questionsHref, stateHref } from '../addresses.ts'
import type { showQuestion } from '../queries/show-question.ts'
import { highest } from '../rules/eff04-marking.ts'
import { ClaimsCard } from './parts/claims-card.tsx'
import { EvidenceTable } from './parts/evidence-table.tsx'
import { Judgements } from './parts/judgements.tsx'
import { MeasuresTable } from './parts/measures-table.tsx'
import { ColourCounts, Freshness, Grades } from './parts/question-parts.tsx'
import { Statements } from './parts/statements.tsx'
import { lateWarning, leadOf } from './questions.tsx'

export type QuestionModel = z.output<ReturnType<typeof showQuestion>['output']>

export const PATH = `${QUESTION}/:framework/:code`

/** Everything about one question. */
export const questionPage = (query: ReturnType<typeof showQuestion>) => page({ path: PATH, query, view: questionView })

function questionView(model: QuestionModel, context: PageContext): View {
  const { framework, question, narrative, evidence } = model
  const today = londonDateAt(context.now)
  const judges = JUDGES.some((role) => context.reader.roles.includes(role))
  const findings = [...question.findings, ...question.earlier]
  return {
    section: 'effectiveness',
    title: question.title,
    lead: leadOf([question]),
    ...lateWarning([question]),
    marking: highest([...findings, ...question.statements, ...evidence].map(({ marking }) => marking)),
    back: { href: questionsHref(framework.code), text: `The questions of ${framework.name}` },
    ...(judges && {
      actions: [
        { text: question.ours === null ? 'Judge this question' : 'Judge it anew', href: judgeHref(question.code) },
        { text: 'State a strength or a gap', href: stateHref(question.code) },
        { text: 'Evidence packs', href: PACKS },
      ],
    }),
    notice: doneNotice(context, {
      judged: 'Your judgement is kept, and the one before it stays',
      stated: 'It is stated, with your name',
      'taken-back': 'It is taken back, and stays to be seen with your reason',
    }),
    body: (
      <>
        <CardGrid columns={3}>
          <Card title="Grades" over={`Question ${question.number}`}>
            <Grades of={question} />
          </Card>
          <Card title="Findings">
            <ColourCounts code={question.code} standing={question.standing} />
          </Card>
          <Card title="Evidence">
            <p>
              <Freshness evidence={question.evidence} today={today} />
            </p>
          </Card>
        </CardGrid>
        <MeasuresTable measures={question.measures} />
        <section id="findings">
          <h2 class="govuk-heading-m">Findings</h2>
          <FindingsTable
            findings={findings}
            today={today}
            empty={
              <EmptyState title="No finding on this question">
                <p>
                  When a report of {framework.name} is imported, what it found here is listed with its owner and
                  measure.
                </p>
              </EmptyState>
            }
          />
        </section>
        <CardGrid columns={2}>
          <Judgements model={model} judges={judges} />
          <Statements model={model} judges={judges} />
        </CardGrid>
        <EvidenceTable evidence={evidence} today={today} />
        <CardGrid columns={2}>
          <ClaimsCard claims={question.claims} />
          {narrative.length > 0 && (
            <Card title="What the inspectorate wrote">
              <p>{narrative[0]}</p>
              {narrative.length > 1 && (
                <Details summaryText={`All of it: ${narrative.length} paragraphs`}>
                  {narrative.slice(1).map((paragraph) => (
                    <p>{paragraph}</p>
                  ))}
                </Details>
              )}
            </Card>
          )}
        </CardGrid>
      </>
    ),
  }
}
