import type { z } from 'zod'
import { getCivilDate, monthOf } from '#calculations/calendar/civil-date.ts'
import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { categoryWords } from '#kernel/occurrences/crime-types.ts'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { Card } from '#ui/blocks/card.tsx'
import { dayAndTime, dayWithYear } from '#ui/words/dates.ts'
import { evaluationHref } from '../../addresses.ts'
import type { EvaluationDefinition } from '../../queries/evaluation-model.ts'
import type { openEvaluation } from '../../queries/open-evaluation.ts'
import { firstDayOf, lastDayOf } from '../../rules/pop17-times.ts'

/** What was chosen, by whom and why. */
export function Chosen({ definition }: { readonly definition: EvaluationDefinition }) {
  const names = (areas: EvaluationDefinition['treated']) =>
    areas.length === 0 ? 'none chosen' : areas.map(({ name }) => name).join(', ')
  return (
    <Card title="What is compared">
      <Definition
        of={[
          ['Counted', countedWords(definition)],
          ['Where it was done', names(definition.treated)],
          ['Time before', timeWords(definition.beforeFrom, definition.beforeTo)],
          ['Time after', timeWords(definition.afterFrom, definition.afterTo)],
          ['Elsewhere', names(definition.comparison)],
          ['Around it', names(definition.ring)],
          ['Why', definition.reason],
          ['Chosen by', `${definition.chosenBy}, ${dayAndTime(definition.chosenAt)}`],
        ]}
      />
    </Card>
  )
}

/** Every choice, the one that is shown among them. */
export function Versions({
  model: { versions, head },
  definition,
}: {
  readonly model: z.output<typeof openEvaluation.output>
  readonly definition: EvaluationDefinition
}) {
  return (
    <Card title="Every choice that was made">
      <ul class="govuk-list">
        {versions.map(({ version, chosenBy, chosenAt }) => (
          <li>
            {version === definition.version ? (
              <strong>Number {version}, shown here</strong>
            ) : (
              <Link href={evaluationHref(head.id, version)}>Number {version}</Link>
            )}
            <span class="fp-second">
              {chosenBy}, {dayAndTime(chosenAt)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** `Burglary, robbery` */
export function countedWords({ categories }: EvaluationDefinition): string {
  const words = categories.map((category) => categoryWords(category).toLowerCase())
  return words.join(', ').replace(/^./, (letter) => letter.toUpperCase())
}

function timeWords(from: string, to: string): string {
  const [first, last] = [getCivilDate(from), getCivilDate(to)]
  const whole = firstDayOf(monthOf(first)) === first && lastDayOf(monthOf(last)) === last
  return whole
    ? `${formatMonth(monthOf(first))} to ${formatMonth(monthOf(last))}`
    : `${dayWithYear(from)} to ${dayWithYear(to)}`
}
