import type { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { page, type View } from '#kernel/web/view.ts'
import { IMPORT, JUDGES } from '#modules/inspections/index.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { plural } from '#ui/words/numbers.ts'
import { CHIEF, FIVE_QUESTIONS, PACKS, questionHref } from '../addresses.ts'
import type { QuestionStanding } from '../facts/question-standing.ts'
import type { showQuestions } from '../queries/show-questions.ts'
import { highest } from '../rules/eff04-marking.ts'
import { FrameworkSwitch } from './parts/framework-switch.tsx'
import { ColourCounts, Freshness, Grades, MeasureStrip } from './parts/question-parts.tsx'

type Model = z.output<ReturnType<typeof showQuestions>['output']>

/** The questions of an inspection on one page. */
export const questionsPage = (query: ReturnType<typeof showQuestions>) =>
  page({ path: FIVE_QUESTIONS, query, view: questionsView })

function questionsView({ framework, frameworks, questions }: Model, context: PageContext): View {
  const { roles } = context.reader
  const judges = JUDGES.some((role) => roles.includes(role))
  return {
    section: 'effectiveness',
    title: 'Are we effective, and can we show it?',
    lead: leadOf(questions),
    marking: markingOf(questions),
    ...lateWarning(questions),
    actions: judges
      ? [
          { text: 'Safe tonight, and ready?', href: CHIEF },
          { text: 'Evidence packs', href: PACKS },
        ]
      : [],
    body: (
      <>
        <FrameworkSwitch action={FIVE_QUESTIONS} framework={framework} frameworks={frameworks} />
        <QuestionsTable
          questions={questions}
          today={londonDateAt(context.now)}
          framework={framework.name}
          judges={judges}
        />
      </>
    ),
  }
}

interface TableProps {
  readonly questions: readonly QuestionStanding[]
  readonly today: string
  readonly framework: string
  readonly judges: boolean
}

function QuestionsTable({ questions, today, framework, judges }: TableProps) {
  return (
    <DataTable
      caption={`The questions of ${framework}`}
      captionHidden
      rows={questions}
      columns={[
        {
          header: 'Question',
          cell: ({ code, number, title }) => (
            <>
              <span class="fp-over">Question {number}</span>
              <Link href={questionHref(code)}>{title}</Link>
            </>
          ),
        },
        { header: 'Grade', phoneLabel: false, cell: (question) => <Grades of={question} /> },
        {
          header: 'Measures, month by month',
          phoneLabel: false,
          cell: ({ code, measures }) => <MeasureStrip measures={measures} prefix={code.replace('/', '-')} />,
        },
        {
          header: 'Findings',
          cell: ({ code, standing, earlier }) => (
            <>
              <ColourCounts code={code} standing={standing} />
              {earlier.length > 0 && <span class="fp-second">{plural(earlier.length, 'finding')} of other years</span>}
            </>
          ),
        },
        { header: 'Evidence', cell: ({ evidence }) => <Freshness evidence={evidence} today={today} /> },
        { header: 'We say ourselves', cell: (question) => <Stated question={question} /> },
      ]}
      empty={
        <EmptyState title="The questions of this framework are not here yet">
          <p>
            Its reports are read all the same: <Link href={IMPORT}>import one</Link>
            {judges ? '' : ', or ask an inspection lead to'}, and its findings are listed under their own headings. Or
            choose another framework above.
          </p>
        </EmptyState>
      }
    />
  )
}

/** Strengths and gaps that the force discloses itself. */
function Stated({ question: { code, statements } }: { readonly question: QuestionStanding }) {
  const strengths = statements.filter(({ kind }) => kind === 'strength').length
  const gaps = statements.length - strengths
  return (
    <ul class="fp-counts">
      <li>
        <a class="govuk-link" href={`${questionHref(code)}#strengths`}>
          {plural(strengths, 'strength')}
        </a>
      </li>
      <li>
        <a class="govuk-link" href={`${questionHref(code)}#gaps`}>
          {plural(gaps, 'gap')}
        </a>
      </li>
    </ul>
  )
}

/** When the figures on the page were computed last. */
export function leadOf(questions: readonly Pick<QuestionStanding, 'measures'>[]) {
  const computed = questions.flatMap(({ measures }) => measures.flatMap(({ computedAt }) => computedAt ?? []))
  const last = computed.toSorted().at(-1)
  return last === undefined ? (
    'No figure has been computed yet: it is done every day at 05:00, and after each import'
  ) : (
    <>
      Figures computed <Time instant={last} />. Grades are people’s, and the inspectorate’s are its own
    </>
  )
}

export function lateWarning(questions: readonly Pick<QuestionStanding, 'measures'>[]): { readonly warning?: string } {
  const late = new Set(
    questions.flatMap(({ measures }) => measures.filter(({ late: why }) => why !== null).map(({ code }) => code)),
  )
  if (late.size === 0) return {}
  return { warning: `${plural(late.size, 'measure is', 'measures are')} older than to be expected` }
}

export function markingOf(questions: readonly Pick<QuestionStanding, 'findings' | 'earlier' | 'statements'>[]) {
  return highest(
    questions.flatMap(({ findings, earlier, statements }) =>
      [...findings, ...earlier, ...statements].map(({ marking }) => marking),
    ),
  )
}
