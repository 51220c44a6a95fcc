import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import type { PageContext } from '#platform/http/routes.ts'
import { Card } from '#ui/blocks/card.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import { FINDINGS, inspectionHref, recommendationHref, withFilters } from '../../addresses.ts'
import { questionKey } from '../../queries/list-findings.ts'
import type { FindingPageModel } from '../../queries/open-finding.ts'
import { ANSWERS } from '../../rules/fnd06-answer.ts'
import { todayOf } from '../findings.tsx'
import { Due } from './findings-table.tsx'

interface FindingFactsProps {
  readonly finding: FindingPageModel
  readonly context: PageContext
}

/** Where it comes from, who answers for it, by when, and who may read it. */
export function FindingFacts({ finding, context }: FindingFactsProps) {
  const { detail, due, question, inspection, answer } = finding
  const { head } = finding.parts
  return (
    <Card title="What is known of it">
      <Definition
        of={[
          ['Reference', <Reference>{finding.reference}</Reference>],
          ['Inspection', <Link href={inspectionHref(inspection.id)}>{`${inspection.force} ${inspection.year}`}</Link>],
          ['Question', <Link href={withFilters(FINDINGS, { question: questionKey(finding) })}>{question.title}</Link>],
          ['Answer', answer !== null && ANSWERS[answer]],
          ['Due', due === null ? detail.dueWords : <Due due={due} today={todayOf(context)} />],
          ['Because the report says', due !== null && detail.dueWords],
          [
            'Owner',
            head.owner === null ? 'nobody yet' : <Link href={`/colleagues/${head.owner}`}>{head.ownerName}</Link>,
          ],
          ['Team', head.unitName],
          ['Area', head.areaName],
          ['For', head.unit === null && head.area === null && 'the whole force'],
          ['Marking', head.marking],
          ['Compartment', head.compartmentName],
          ['Published', detail.publishedOn !== null && dayWithYear(detail.publishedOn)],
          ['Imported', <Time instant={detail.openedAt} now={context.now} />],
          ['Completed', head.closedAt !== null && <Time instant={head.closedAt} now={context.now} />],
          [
            'National',
            detail.national.length > 0 &&
              detail.national.map(({ id, title, number }) => (
                <p>
                  <Link href={recommendationHref(id)}>{title}</Link>
                  {number !== null && ` (${number})`}
                </p>
              )),
          ],
        ]}
      />
    </Card>
  )
}
