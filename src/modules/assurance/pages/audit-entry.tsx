import { page } from '#kernel/web/view.ts'
import { Reference } from '#ui/blocks/reference.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { dayAndSecond, dayOf, dayWithYear, isoInstant, timeOfDay } from '#ui/words/dates.ts'
import { showAuditEntry } from '../queries/audit-entry.ts'
import type { AuditLine } from '../queries/audit-lines.ts'
import { entrySentence, OUTCOME_WORDS } from '../rules/entry-words.ts'
import { kindWords } from '../rules/kind-words.ts'
import { address } from './address.ts'

/** One line of the audit, in a sentence. */
export const auditEntryPage = page({
  path: '/assurance/audit/:place',
  query: showAuditEntry,
  view: ({ line, seal }) => ({
    section: 'assurance',
    title: 'What happened?',
    marking: 'OFFICIAL-SENSITIVE',
    back: { href: '/assurance/audit', text: 'The audit' },
    body: (
      <>
        <p class="govuk-body-l">{entrySentence(line, `at ${timeOfDay(line.at)} on ${dayWithYear(dayOf(line.at))}`)}.</p>
        <SummaryList
          rows={[
            row('Who', who(line)),
            row('About', line.subjectCount === 0 ? 'nobody, and no record' : <Subjects line={line} />),
            row('How it ended', OUTCOME_WORDS[line.outcome]),
            row('When', <time datetime={isoInstant(line.at)}>{dayAndSecond(line.at)}</time>),
            row('Why', line.purpose === '' ? 'not said' : line.purpose),
            row('From where', line.origin),
            row('Event', <Reference>{line.event}</Reference>),
            row('Request', <Reference>{line.requestId}</Reference>),
            row('More', <Detail detail={line.detail} />),
            row('Sealed', seal === null ? 'not yet' : `in seal ${seal.seq}`),
          ]}
        />
      </>
    ),
  }),
})

function row(key: string, value: preact.ComponentChildren) {
  return { key: { text: key }, value: { text: value } }
}

function who(line: AuditLine) {
  if (line.account === null) return line.who
  return (
    <a class="govuk-link" href={address('/assurance/audit', { reader: line.account })}>
      {line.who}
      {line.left && ' (has left)'}
    </a>
  )
}

function Subjects({ line }: { readonly line: AuditLine }) {
  const more = line.subjectCount - line.subjects.length
  return (
    <ul class="govuk-list">
      {line.subjects.map(({ kind, id, name }) => (
        <li>
          <a class="govuk-link" href={address('/assurance/audit', { kind, subject: id })}>
            {kindWords(kind)} {name ?? <Reference>{id}</Reference>}
          </a>
        </li>
      ))}
      {more > 0 && <li>and {more.toLocaleString('en-GB')} more</li>}
    </ul>
  )
}

function Detail({ detail }: { readonly detail: Readonly<Record<string, unknown>> }) {
  const entries = Object.entries(detail).filter(([, value]) => value !== null)
  if (entries.length === 0) return <>nothing</>
  return (
    <ul class="govuk-list">
      {entries.map(([name, value]) => (
        <li>
          {name}: {typeof value === 'string' ? value : JSON.stringify(value)}
        </li>
      ))}
    </ul>
  )
}
