import { Card } from '#ui/blocks/card.tsx'
import { Timeline } from '#ui/moj/timeline.tsx'
import { dayAndTime } from '#ui/words/dates.ts'
import type { CasePageModel } from '../../queries/case-model.ts'
import { ASB_RISK, BANDS, isBand } from '../../rules/asb02-risk-form.ts'
import { RiskTag } from './risk.tsx'

const MOST = 27
const WEIGHTY = 2

const bandWords = (judgement: string) => (isBand(judgement) ? BANDS[judgement] : judgement)

/** The risk to whom it harms, by the latest assessment; and those before, as they were. */
export function RiskCard({ model: { detail, assessments } }: { readonly model: CasePageModel }) {
  const [latest] = assessments
  const state = detail.risk === 'high' ? 'not-held' : detail.risk === 'medium' ? 'slipping' : undefined
  return (
    <Card title="Risk" state={state}>
      <p>
        <RiskTag risk={detail.risk} partyKnown={detail.partyKnown} />
        {latest !== undefined && ` ${latest.score} of ${MOST}`}
      </p>
      {latest === undefined && detail.partyKnown && (
        <p class="govuk-body">Nobody has assessed it. That is owed within a day.</p>
      )}
      {latest !== undefined && (
        <>
          <ul class="govuk-list govuk-list--bullet">
            {ASB_RISK.items
              .filter(({ code }) => (latest.answers[code] ?? 0) >= WEIGHTY)
              .map(({ code, words }) => (
                <li>
                  {words}: {ASB_RISK.scale[latest.answers[code] ?? 0]}
                </li>
              ))}
          </ul>
          <Timeline
            headingLevel={3}
            items={assessments.map((one) => ({
              label: { text: `${one.score} of ${MOST}: ${bandWords(one.judgement)}` },
              byline: { text: one.madeBy },
              datetime: { timestamp: one.madeAt, text: dayAndTime(one.madeAt) },
              children: <p>{one.reason ?? 'As the answers suggest.'}</p>,
            }))}
          />
        </>
      )}
    </Card>
  )
}
