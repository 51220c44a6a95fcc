import type { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { CardGrid } from '#ui/blocks/card.tsx'
import { plural } from '#ui/words/numbers.ts'
import { CHIEF, FIVE_QUESTIONS, PACKS, PROVE, questionsHref, VISITS } from '../addresses.ts'
import type { showChief } from '../queries/show-chief.ts'
import { ChiefFindings } from './parts/chief-findings.tsx'
import { Changes, OldestOverdue, RisksAccepted, Unproved } from './parts/chief-lists.tsx'
import { QuestionCards } from './parts/question-cards.tsx'
import { lateWarning, leadOf } from './questions.tsx'

export type ChiefModel = z.output<ReturnType<typeof showChief>['output']>

/** Am I safe tonight, and ready for the inspector? */
export const chiefPage = (query: ReturnType<typeof showChief>) => page({ path: CHIEF, query, view: chiefView })

function chiefView(model: ChiefModel, context: PageContext): View {
  const { framework, questions, findings, measures, changes } = model
  const today = londonDateAt(context.now)
  const hosts = context.reader.roles.some((role) => role === 'chief-officer' || role === 'inspection-lead')
  return {
    section: 'effectiveness',
    title: 'Safe tonight, and ready for the inspector?',
    lead: leadOf([{ measures }]),
    ...lateWarning([{ measures }]),
    marking: model.marking,
    actions: [
      { text: `Since last week: ${plural(changes.total, 'change')}`, href: '#changes' },
      { text: 'Evidence pack', href: PACKS },
      ...(hosts
        ? [
            { text: 'What an inspector sees', href: PROVE },
            { text: 'Visits', href: VISITS },
          ]
        : []),
    ],
    body: (
      <>
        <QuestionCards questions={questions} />
        <ChiefFindings findings={findings} measures={measures} today={today} framework={framework.name} />
        <CardGrid columns="wide-narrow">
          <OldestOverdue oldest={model.oldest} overdue={model.overdue} now={context.now} />
          <RisksAccepted overridden={model.overridden} waived={model.waived} />
        </CardGrid>
        <CardGrid columns={2}>
          <Changes changes={changes} />
          <Unproved unproved={model.unproved} />
        </CardGrid>
        <p class="fp-second">
          {framework.name}.{' '}
          <a class="govuk-link" href={questionsHref(framework.code)}>
            All that is known of each question
          </a>
          , or{' '}
          <a class="govuk-link" href={FIVE_QUESTIONS}>
            another framework
          </a>
          .
        </p>
      </>
    ),
  }
}
