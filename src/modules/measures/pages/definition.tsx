import { Card } from '#ui/blocks/card.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import type { DefinitionModel } from '../queries/model.ts'
import { questionWords } from '../reference/questions.ts'
import { DIRECTION_WORDS, GIVEN_AS } from './words.ts'

/** What is counted, and by whose words. */
export function Definition({ definition }: { readonly definition: DefinitionModel }) {
  const { code, version, numerator, denominator, unknown, unit, direction, question, source, authority } = definition
  return (
    <Card title="What it counts">
      <p>{definition.definition}</p>
      <SummaryList
        rows={[
          { key: { text: 'Code' }, value: { text: `${code}, version ${version}` } },
          { key: { text: 'Above the line' }, value: { text: numerator } },
          denominator !== null && { key: { text: 'Below the line' }, value: { text: denominator } },
          { key: { text: 'Unknown' }, value: { text: unknown } },
          { key: { text: 'Given as' }, value: { text: `${GIVEN_AS[unit]}. ${DIRECTION_WORDS[direction]}.` } },
          { key: { text: 'Question' }, value: { text: questionWords(question) } },
          { key: { text: 'Source' }, value: { text: source } },
          { key: { text: 'Authority' }, value: { text: authority } },
        ]}
      />
    </Card>
  )
}
