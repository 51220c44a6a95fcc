import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { getCivilDate, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import { changeRecord } from '#kernel/records/record.ts'
import { addEntry } from '#kernel/records/timeline.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, civilDate, optionalText } from '#platform/forms/fields.ts'
import { dayWithYear } from '#ui/words/dates.ts'
import { meet, openByDate, openReview } from '../duties/owed.ts'
import {
  ENTRY_STATUSES,
  notAhead,
  statusOf,
  type EntryStatus,
  type InspectorateStatus,
} from '../rules/fnd05-inspectorate.ts'
import { WRITERS } from '../writers.ts'
import { aboutFinding, findingChanged, findingSeen } from './finding-fields.ts'
import { lockFinding, owedOn, type LockedFinding } from './locked-finding.ts'

/** What the inspectorate's tracker says of a finding, as of a day. Its status follows from these lines, and from nothing else. */
export const trackFinding = command({
  name: 'finding.track',
  summary: 'Enter what the inspectorate says of a finding, with the day on which it said so',
  input: z.object({
    ...findingSeen,
    on: civilDate('The day'),
    status: choice('What the tracker says', keysOf(ENTRY_STATUSES)),
    words: optionalText('Words', 4000),
  }),
  output: findingChanged,
  access: { staff: WRITERS },
  purpose: 'inspection',
  audit: { event: 'finding.tracked', subjects: aboutFinding, detail: ({ status, on }) => ({ status, on }) },
  async run(tx, { id, version, on, status, words }) {
    if (status === 'comment' && words === null) throw new Invalid({ words: 'Enter what was commented' })
    refuseOn(notAhead(getCivilDate(on), today(tx)))
    const finding = await lockFinding(tx, id, version)
    const { record } = finding
    await tx.db
      .insertInto('tracker_entry')
      .values({
        id: randomUUID(),
        finding_id: id,
        on_date: on,
        status,
        words: words ?? '',
        entered_by: tx.reader.account,
        entered_at: tx.now,
        ...guardColumns(record.guards),
      })
      .execute()
    const inspectorate = statusOf(await entriesOf(tx, id))
    await tx.db.updateTable('finding').set({ inspectorate_status: inspectorate }).where('id', '=', id).execute()
    // To the inspectorate it is over: the record ends, and begins again when its tracker says otherwise.
    await changeRecord(tx, record, { closedAt: inspectorate === 'complete' ? (record.closedAt ?? tx.now) : null })
    const said = `The inspectorate’s tracker, ${dayWithYear(on)}: ${ENTRY_STATUSES[status]}.`
    await addEntry(tx, id, record.guards, { kind: 'contact', words: words === null ? said : `${said} ${words}` })
    await followDuties(tx, finding, inspectorate)
    return { id }
  },
})

/** Complete to the inspectorate, nothing is owed any more; opened again, it is owed again. */
async function followDuties(tx: Tx, finding: LockedFinding, now: InspectorateStatus): Promise<void> {
  const { id } = finding.record
  if (now === 'complete') {
    await meet(tx, 'FIN-02', id, 'Complete to the inspectorate')
    await meet(tx, 'FIN-03', id, 'Complete to the inspectorate')
  } else if (finding.reopens) {
    if (finding.due !== null && finding.stage !== 'evidenced')
      await openByDate(tx, owedOn(finding), finding.due, 'finding.opened-again')
    await openReview(tx, owedOn(finding), 'finding.opened-again')
  }
}

async function entriesOf(tx: Tx, finding: string) {
  return rowsAs<{ on: CivilDate; status: EntryStatus }>(
    await tx.client.query(
      'SELECT on_date::text AS on, status FROM tracker_entry WHERE finding_id = $1 ORDER BY entered_at, id',
      [finding],
    ),
  )
}
