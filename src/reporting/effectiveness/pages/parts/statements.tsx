import { Link } from '#kernel/web/parts/definition.tsx'
import { STATEMENT_KINDS } from '#modules/inspections/index.ts'
import { Card } from '#ui/blocks/card.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { Details } from '#ui/govuk/details.tsx'
import { plural } from '#ui/words/numbers.ts'
import { takeBackHref } from '../../addresses.ts'
import type { QuestionModel } from '../question.tsx'

type Statement = QuestionModel['withdrawn'][number]

interface StatementsProps {
  readonly model: QuestionModel
  readonly judges: boolean
}

/** What the force says of itself: strengths, gaps that it discloses, and what it took back. */
export function Statements({ model, judges }: StatementsProps) {
  const { statements } = model.question
  const strengths = statements.filter(({ kind }) => kind === 'strength')
  const gaps = statements.filter(({ kind }) => kind === 'gap')
  return (
    <Card title="What we say of ourselves">
      <section id="strengths">
        <h3 class="govuk-heading-s">Strengths</h3>
        {strengths.map((statement) => (
          <Stated statement={statement} code={model.question.code} judges={judges} />
        ))}
        {strengths.length === 0 && <p class="fp-soft">None is stated. A strength needs something that shows it.</p>}
      </section>
      <section id="gaps">
        <h3 class="govuk-heading-s">Gaps that we disclose ourselves</h3>
        {gaps.map((statement) => (
          <Stated statement={statement} code={model.question.code} judges={judges} />
        ))}
        {gaps.length === 0 && (
          <p class="fp-soft">
            None is disclosed. What we know to be missing is better said by us than found by others.
          </p>
        )}
      </section>
      {model.withdrawn.length > 0 && (
        <Details summaryText={`${plural(model.withdrawn.length, 'statement')} taken back`}>
          {model.withdrawn.map((statement) => (
            <Stated statement={statement} code={model.question.code} judges={false} />
          ))}
        </Details>
      )}
    </Card>
  )
}

interface StatedProps {
  readonly statement: Statement
  /** Of the question on whose page it stands. */
  readonly code: string
  readonly judges: boolean
}

function Stated({ statement, code, judges }: StatedProps) {
  const { id, kind, text, by, at, evidence, marking, withdrawn } = statement
  return (
    <div class="fp-statement">
      <p>{text}</p>
      <p class="fp-second">
        {STATEMENT_KINDS[kind]} · {by}, <Time instant={at} />
        {marking !== 'OFFICIAL' && ` · ${marking}`} ·{' '}
        {evidence === null ? (
          'no evidence named'
        ) : (
          <>
            <Link href="#evidence">{evidence.title}</Link>, {evidence.age}
          </>
        )}
      </p>
      {withdrawn !== null && (
        <p class="fp-second">
          Taken back by {withdrawn.by}, <Time instant={withdrawn.at} />: {withdrawn.reason}
        </p>
      )}
      {judges && withdrawn === null && (
        <p class="fp-second">
          <Link href={takeBackHref(code, id)}>
            Take it back<span class="govuk-visually-hidden">: {text}</span>
          </Link>
        </p>
      )}
    </div>
  )
}
