import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { measureHref } from '#modules/measures/index.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { Card } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { Details } from '#ui/govuk/details.tsx'
import { plural } from '#ui/words/numbers.ts'
import { judgeHref } from '../../addresses.ts'
import type { MeasureLine } from '../../facts/measure-lines.ts'
import { figureParts } from '../../packs/pack-words.ts'
import type { QuestionModel } from '../question.tsx'
import { latestWords } from './question-parts.tsx'

type Judgement = QuestionModel['history'][number]

/** The judgement that stands on the question and each diagnostic, and every version before it. */
export function Judgements({ model, judges }: { readonly model: QuestionModel; readonly judges: boolean }) {
  const { question, diagnostics, history } = model
  const older = history.filter(({ question: on, version }) =>
    history.some((each) => each.question === on && each.version > version),
  )
  return (
    <Card title="Our judgement" id="judgement">
      {question.ours === null ? (
        <EmptyState title="Nobody has judged this question yet">
          <p>
            {judges ? (
              <Link href={judgeHref(question.code)}>Judge it</Link>
            ) : (
              'A commander, the inspection lead or a chief officer judges it'
            )}
            , in words, with a grade of the framework or none.
          </p>
        </EmptyState>
      ) : (
        <Said judgement={question.ours} />
      )}
      {diagnostics.length > 0 && <h3 class="govuk-heading-s">Diagnostics</h3>}
      {diagnostics.map(({ code, title, mark, ours }) => (
        <div class="fp-judgement" id={`diagnostic-${(code.split('/')[1] ?? '').replace('.', '-')}`}>
          <p>
            <strong>
              {code.split('/')[1]} {title}
            </strong>
            {mark !== 'seen' && <span class="fp-soft"> ({mark})</span>}
          </p>
          <MeasuredBy measures={question.measures.filter((each) => each.diagnostic === code.split('/')[1])} />
          {ours === null ? <p class="fp-soft">Not judged yet.</p> : <Said judgement={ours} />}
          {judges && (
            <p>
              <Link href={judgeHref(code)}>
                {ours === null ? 'Judge it' : 'Judge it anew'}
                <span class="govuk-visually-hidden">: {title}</span>
              </Link>
            </p>
          )}
        </div>
      ))}
      {older.length > 0 && (
        <Details summaryText={plural(older.length, 'earlier version')}>
          {older.map((judgement) => (
            <div class="fp-judgement">
              <p class="fp-second">
                {judgement.question.split('/')[1]}, version {judgement.version}
              </p>
              <Said judgement={judgement} />
            </div>
          ))}
        </Details>
      )}
    </Card>
  )
}

/** The measures that speak to a diagnostic: the latest figure of each, and the rows behind it. */
function MeasuredBy({ measures }: { readonly measures: readonly MeasureLine[] }) {
  if (measures.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {measures.map((measure) => {
        const last = measure.figures.at(-1)
        return (
          <li>
            <Link href={measureHref(measure.code)}>{measure.name}</Link>: {latestWords(measure)}
            {last !== undefined && measure.rowsAt !== null && (
              <>
                {' '}
                (<Link href={measure.rowsAt}>{figureParts(last)}</Link>, {formatMonth(last.month)})
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Said({ judgement: { text, grade, by, at } }: { readonly judgement: Judgement }) {
  return (
    <>
      <p>
        <strong>{grade ?? 'No grade'}</strong>
      </p>
      {text.split(/\n+/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <p class="fp-second">
        {by}, <Time instant={at} />
      </p>
    </>
  )
}
