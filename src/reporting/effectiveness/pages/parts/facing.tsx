import { COLOURS } from '#modules/inspections/index.ts'
import { Card } from '#ui/blocks/card.tsx'
import { KeyFigure } from '#ui/blocks/key-figure.tsx'
import { count, plural } from '#ui/words/numbers.ts'
import type { QuestionStanding } from '../../facts/question-standing.ts'
import { isUnproved } from '../../rules/eff01-claims.ts'
import { Grades } from './question-parts.tsx'

interface FacingProps {
  readonly which: 'weakest' | 'best'
  readonly question: QuestionStanding
}

const OVER = { weakest: 'The weakest of these areas', best: 'The best of these areas' } as const

/** The weakest area and the best, in the same words and the same size. */
export function Facing({ which, question }: FacingProps) {
  const { number, title, standing, statements, claims } = question
  const gaps = statements.filter(({ kind }) => kind === 'gap').length
  const findings = Object.values(standing).reduce((sum, each) => sum + each, 0)
  return (
    <Card over={OVER[which]} title={`${number}. ${title}`} state={which === 'weakest' ? 'slipping' : 'holding'}>
      <Grades of={question} />
      <KeyFigure value={count(standing.red ?? 0)} label={`of ${plural(findings, 'finding')} ${COLOURS.red}`} />
      <KeyFigure value={count(standing.amber ?? 0)} label={`of ${plural(findings, 'finding')} ${COLOURS.amber}`} />
      <KeyFigure
        value={count(claims.filter(isUnproved).length)}
        label={`of ${plural(claims.length, 'claim')} without evidence`}
      />
      <KeyFigure value={count(gaps)} label={`${gaps === 1 ? 'gap' : 'gaps'} disclosed by the force`} />
    </Card>
  )
}
