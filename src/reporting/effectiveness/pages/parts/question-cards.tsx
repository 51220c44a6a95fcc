import { COLOURS, type Colour } from '#modules/inspections/index.ts'
import { keysOf } from '#platform/edge.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { KeyFigure } from '#ui/blocks/key-figure.tsx'
import type { State } from '#ui/blocks/state-tag.tsx'
import { count, plural } from '#ui/words/numbers.ts'
import { questionHref } from '../../addresses.ts'
import type { ChiefModel } from '../chief.tsx'
import { ourGrade, theirGrade } from './question-parts.tsx'

type CardModel = ChiefModel['questions'][number]

const EDGE = {
  red: 'not-held',
  amber: 'slipping',
  grey: 'too-few',
  green: 'holding',
} as const satisfies Record<Colour, State>

/** One card a question: both grades, and how much of what we claim is proved. */
export function QuestionCards({ questions }: { readonly questions: readonly CardModel[] }) {
  if (questions.length === 0) return null
  return (
    <CardGrid columns={questions.length === 5 || questions.length > 6 ? 5 : 4}>
      {questions.map((question) => (
        <QuestionCard question={question} />
      ))}
    </CardGrid>
  )
}

function QuestionCard({ question }: { readonly question: CardModel }) {
  const { code, number, short, standing, proved, unproved } = question
  const worst = keysOf(COLOURS).find((colour) => (standing[colour] ?? 0) > 0)
  const all = Object.values(standing).reduce((sum, each) => sum + each, 0)
  const href = questionHref(code)
  return (
    <Card over={`Question ${number}`} title={short} href={href} {...(worst !== undefined && { state: EDGE[worst] })}>
      <dl class="fp-pairs">
        <dt>Theirs</dt>
        <dd>
          <strong>{theirGrade(question)}</strong>
        </dd>
        <dt>Ours</dt>
        <dd>
          <strong>{ourGrade(question)}</strong>
        </dd>
      </dl>
      <KeyFigure
        value={count(standing[worst ?? 'green'] ?? 0)}
        label={worst === undefined ? 'findings' : `of ${plural(all, 'finding')} ${COLOURS[worst]}`}
        href={`${href}#findings`}
        {...(worst !== undefined && { state: EDGE[worst] })}
      />
      <KeyFigure
        value={count(proved)}
        label={proved === 1 ? 'claim with evidence' : 'claims with evidence'}
        href={`${href}#claims`}
      />
      <KeyFigure
        value={count(unproved)}
        label="without"
        href={`${href}#claims`}
        {...(unproved > 0 && { state: 'slipping' as const })}
      />
    </Card>
  )
}
