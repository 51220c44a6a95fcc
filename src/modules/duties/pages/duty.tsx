import type { z } from 'zod'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Time } from '#ui/blocks/time.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { WarningText } from '#ui/govuk/warning-text.tsx'
import { Alert } from '#ui/moj/alert.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import type { showDuty } from '../queries/show-duty.ts'
import { DUTIES } from './duties.tsx'
import { DutyActs } from './duty-acts.tsx'
import { Pauses, Relatives, Tellings } from './duty-history.tsx'
import { DueTime, DutyState } from '#kernel/duties/time-cell.tsx'

export type DutyModel = z.output<ReturnType<typeof showDuty>['output']>

const DONE: Readonly<Record<string, string>> = {
  met: 'It is met.',
  waived: 'It is waived, with your rank and reason.',
  paused: 'Its clock is stopped.',
  resumed: 'Its clock runs on.',
}

const MARKS = {
  seen: 'we have seen the authority',
  unverified: 'the authority was not seen: check before you rely on it',
  default: 'a setting of ours, where no authority says how long',
} as const

export const dutyPage = (query: ReturnType<typeof showDuty>) => page({ path: `${DUTIES}/:id`, query, view: dutyView })

function dutyView(model: DutyModel, context: PageContext): View {
  const { duty, rule, steps, after } = model
  const notice = context.done === null ? undefined : DONE[context.done]
  return {
    section: 'work',
    title: duty.title,
    lead: (
      <>
        <DutyState duty={duty} now={context.now} /> <DueTime dueAt={duty.dueAt} now={context.now} />
      </>
    ),
    marking: duty.marking,
    back: { href: DUTIES, text: 'Duties' },
    ...(notice !== undefined && { notice: <Alert variant="success" title={notice} role="status" /> }),
    body: (
      <>
        {after !== null && (
          <p>
            Replaced by <a href={`${DUTIES}/${after.id}`}>{after.title}</a> on <Time instant={after.at} />:{' '}
            {after.reason}
          </p>
        )}
        <Whose model={model} now={context.now} />
        <section>
          <h2 class="govuk-heading-m">Why is it due then?</h2>
          {rule === null ? (
            <WarningText>
              The rule {duty.rule} is not in this release any more. The due time stays as it was.
            </WarningText>
          ) : (
            <>
              <ol class="fp-steps">
                {steps.map(({ words }) => (
                  <li>{words}.</li>
                ))}
              </ol>
              <Rule rule={rule} />
            </>
          )}
        </section>
        <Pauses pauses={model.pauses} />
        <Relatives before={model.before} now={context.now} />
        <Tellings tellings={model.tellings} />
        <DutyActs model={model} context={context} />
      </>
    ),
  }
}

function Whose({ model, now }: { readonly model: DutyModel; readonly now: Date }) {
  const { duty, met, waived, cancelled, triggeredAt } = model
  return (
    <SummaryList
      rows={[
        {
          key: { text: 'Owed by' },
          value: { text: [duty.owner ?? 'nobody yet', duty.unit].filter(Boolean).join(', ') },
        },
        duty.about !== null && {
          key: { text: 'About' },
          value: { text: <a href={duty.about.href}>{duty.about.reference}</a> },
        },
        duty.area !== null && { key: { text: 'Area' }, value: { text: duty.area } },
        { key: { text: 'Started' }, value: { text: <Time instant={triggeredAt} now={now} /> } },
        met !== null && {
          key: { text: 'Met' },
          value: {
            text: (
              <>
                <Time instant={met.at} />, {met.by ?? 'by the system'}: {met.how}
              </>
            ),
          },
        },
        waived !== null && {
          key: { text: 'Waived' },
          value: {
            text: (
              <>
                <Time instant={waived.at} />, {waived.by}, {waived.rank}: {waived.reason}
              </>
            ),
          },
        },
        cancelled !== null && {
          key: { text: 'Cancelled' },
          value: {
            text: (
              <>
                <Time instant={cancelled.at} />: {cancelled.reason}
              </>
            ),
          },
        },
      ]}
    />
  )
}

function inForceWords({ from, to }: NonNullable<DutyModel['rule']>): string {
  return to === null ? `since ${dayWithYear(from)}` : `${dayWithYear(from)} to ${dayWithYear(to)}`
}

function Rule({ rule }: { readonly rule: NonNullable<DutyModel['rule']> }) {
  return (
    <SummaryList
      rows={[
        { key: { text: 'Rule' }, value: { text: `${rule.code}, ${rule.title}` } },
        { key: { text: 'Starts when' }, value: { text: rule.startsWhen } },
        {
          key: { text: 'In force' },
          value: { text: inForceWords(rule) },
        },
        { key: { text: 'Authority' }, value: { text: `${rule.authority} (${MARKS[rule.mark]})` } },
      ]}
    />
  )
}
