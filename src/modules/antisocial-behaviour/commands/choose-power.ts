import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { formatDate, getCivilDate } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import { keysOf } from '#platform/edge.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { choice, civilDate, optionalText, text } from '#platform/forms/fields.ts'
import { owePower } from '../duties/owed.ts'
import { POWERS } from '#kernel/antisocial-behaviour/powers.ts'
import { mayChoosePower, testRecorded, withinLimits } from '../rules/power-rules.ts'
import { WRITERS } from '../writers.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE } from './fields.ts'
import { lockCase, saveCase } from './locked-case.ts'

export const choosePower = command({
  name: 'asb-power.choose',
  summary: 'Choose a power on a case: how its test is met, on what evidence, why this one, until when',
  input: z.object({
    ...caseSeen,
    power: choice('The power', keysOf(POWERS)),
    test: optionalText('How its test is met', 4000),
    evidence: optionalText('Evidence', 4000),
    reason: text('Why this one and no lesser', 2000),
    issuedBy: text('Who issues it', 200),
    startsOn: civilDate('First day'),
    until: civilDate('Last day'),
  }),
  output: caseChanged.extend({ power: z.uuid() }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: {
    event: 'asb-power.chosen',
    subjects: aboutCase,
    detail: ({ power, startsOn, until }) => ({ power, startsOn, until }),
  },
  async run(tx, { id, version, power, test, evidence, reason, issuedBy, ...days }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const startsOn = getCivilDate(days.startsOn)
    const until = getCivilDate(days.until)
    const problem = testRecorded(test, evidence) ?? withinLimits(power, startsOn, until)
    if (problem !== null || test === null || evidence === null) throw new Invalid(problem ?? {})
    const locked = await lockCase(tx, id, version)
    const { record, detail } = locked
    refuseOn(
      mayChoosePower(
        power,
        detail.powers.map((one) => one.power),
        tx.reader.roles,
      ),
    )
    const made = randomUUID()
    await tx.db
      .insertInto('asb_power')
      .values({
        id: made,
        case_id: id,
        power,
        test,
        evidence,
        reason,
        issued_by: issuedBy,
        starts_on: startsOn,
        until,
        chosen_by: account,
        chosen_at: tx.now,
        ...guardColumns(record.guards),
      })
      .execute()
    await saveCase(tx, locked, {
      kind: 'decision',
      words: `${POWERS[power].name}, until ${formatDate(until)}.`,
      reason,
    })
    await owePower(tx, record, made, startsOn, until)
    return { id, power: made }
  },
})
