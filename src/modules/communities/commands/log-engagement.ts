import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { getCivilDate, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { londonMoment } from '#calculations/calendar/london-time.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { guardColumns, type Guards } from '#kernel/records/guards.ts'
import { openRecord } from '#kernel/records/record.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, choices, id, optionalCivilDate, optionalText, wholeNumber } from '#platform/forms/fields.ts'
import { oweFeedback } from '../duties/owed.ts'
import { getArea } from '../queries/area.ts'
import { ownArea } from '../rules/eng01-own-area.ts'
import { engagementDay } from '../rules/eng02-not-ahead.ts'
import { ENGAGEMENT_KIND_NAMES, engagementTitle, GROUP_NAMES, ISSUE_CATEGORIES } from '../rules/lists.ts'
import { WRITERS } from '../writers.ts'
import { issueFields, raisedIn, type RaisedIssue } from './issue-fields.ts'

/** Where, what kind, and from which groups something was heard: the rest may be left out. Nobody is asked for by name. */
export const logEngagement = command({
  name: 'engagement.log',
  summary: 'Log an engagement: where, what kind, from whom as groups, and what was raised',
  input: z.object({
    area: id('Area'),
    kind: choice('What kind it was', ENGAGEMENT_KIND_NAMES),
    heard: choices('From whom', GROUP_NAMES),
    /** Today where left out. */
    on: optionalCivilDate('The day'),
    reached: z
      .union([z.null(), z.literal('').transform(() => null), wholeNumber('How many', { min: 1, max: 100_000 })])
      .optional()
      .transform((value) => value ?? null),
    words: optionalText('Words', 4000),
    ...issueFields,
  }),
  output: z.object({ id: z.string(), area: z.int(), issues: z.array(z.string()) }),
  access: { staff: WRITERS },
  purpose: 'neighbourhood policing',
  audit: {
    event: 'engagement.logged',
    subjects: (_input, { id: engagement }) => [{ kind: 'engagement', id: engagement }],
    detail: ({ area, kind, heard }, { issues }) => ({ area, kind, heard, issues: issues.length }),
  },
  async run(tx, input) {
    if (input.heard.length === 0) throw new Invalid({ heard: 'Choose at least one group' })
    const raised = raisedIn(input)
    const on = input.on === null ? today(tx) : getCivilDate(input.on)
    refuseOn(ownArea(tx.reader, input.area), engagementDay(on, today(tx)))
    const area = await getArea(tx, input.area)
    const guards: Guards = {
      area: area.id,
      unit: null,
      owner: tx.reader.account,
      marking: 'OFFICIAL',
      compartment: null,
    }
    const happenedAt = momentOf(on, tx)
    const { id: engagement } = await openRecord(tx, {
      kind: 'engagement',
      title: engagementTitle(input.kind, input.heard),
      stage: raised.some(({ wantsAnswer }) => wantsAnswer) ? 'feedback-owed' : 'logged',
      words: [input.words ?? '', ...raised.map(({ words }) => words)].join('\n').trim(),
      guards,
    })
    await tx.db
      .insertInto('engagement')
      .values({
        id: engagement,
        kind: input.kind,
        heard: [...new Set(input.heard)],
        reached: input.reached,
        words: input.words ?? '',
        happened_at: happenedAt,
        ...guardColumns(guards),
      })
      .execute()
    const issues = await insertIssues(tx, engagement, raised, guards)
    return { id: engagement, area: area.id, issues }
  },
})

/** Now on the day itself; of an earlier day its noon, since nobody asks for the hour. */
function momentOf(on: CivilDate, tx: Tx): Date {
  return on === today(tx) ? tx.now : londonMoment(on, '12:00')
}

async function insertIssues(tx: Tx, engagement: string, raised: readonly RaisedIssue[], guards: Guards) {
  const ids: string[] = []
  for (const [index, { category, words, wantsAnswer }] of raised.entries()) {
    const issue = randomUUID()
    ids.push(issue)
    await tx.db
      .insertInto('engagement_issue')
      .values({
        id: issue,
        engagement_id: engagement,
        number: index + 1,
        category,
        words,
        wants_answer: wantsAnswer,
        ...guardColumns(guards),
      })
      .execute()
    const title = words === '' ? ISSUE_CATEGORIES[category] : `${ISSUE_CATEGORIES[category]}: ${words}`.slice(0, 120)
    // Its clock runs from when it was written down: nobody is late with what they could not know.
    if (wantsAnswer) await oweFeedback(tx, { id: issue, engagement, title, raisedAt: tx.now }, guards)
  }
  return ids
}
