import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import type { VictimStatement } from '#platform/db/schema.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf } from '#platform/edge.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { choice, civilDate, optionalText } from '#platform/forms/fields.ts'
import { metUnder, oweFor } from '../../duties/owed.ts'
import {
  GIVEN_BY,
  isOffer,
  READ_BY,
  STATEMENT_ANSWERS,
  statementProblem,
  statementWords,
} from '../../rules/statements.ts'
import { WRITERS } from '../../writers.ts'
import { aboutVictim, PURPOSE, victimChanged, victimSeen } from '../fields.ts'
import { lockVictim, saveVictim, type LockedVictim } from '../locked-victim.ts'

export const offerStatement = command({
  name: 'victim.offer-statement',
  summary:
    'Write down that a victim was offered a personal statement, and what they answered; each one given is a version',
  input: z.object({
    ...victimSeen,
    answer: choice('What they answered', keysOf(STATEMENT_ANSWERS)),
    words: optionalText('What they said', 20_000),
    keptAt: optionalText('Where it is kept', 300),
    givenBy: z.preprocess((given) => (given === '' ? null : given), choice('Who gave it', keysOf(GIVEN_BY)).nullish()),
  }),
  output: victimChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim.statement-offered', subjects: aboutVictim, detail: ({ answer }) => ({ answer }) },
  async run(tx, { id, version, answer, words, keptAt, givenBy: by }) {
    const locked = await lockVictim(tx, id, version)
    const { victim } = locked
    const givenBy = answer === 'taken' ? (by ?? (victim.standing === 'business' ? 'self' : null)) : null
    const problem = statementProblem({ answer, words, keptAt, givenBy }, victim)
    if (problem !== null) throw new Invalid(problem)
    const statement = await keep(tx, locked, {
      step: 'offer',
      answer,
      words,
      kept_at: answer === 'taken' ? keptAt : null,
      given_by: givenBy,
    })
    const what = statementWords(victim)
    await saveVictim(
      tx,
      locked,
      {},
      {
        kind: 'note',
        words: `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${STATEMENT_ANSWERS[answer].toLowerCase()}.`,
      },
    )
    if (isOffer(answer)) await metUnder(tx, id, ['VC30', 'VC32'], STATEMENT_ANSWERS[answer])
    if (answer === 'taken')
      await oweFor(tx, victim, { id: statement, kind: 'vps-made', happenedAt: tx.now, receivedAt: tx.now })
    return { id }
  },
})

export const wishForStatement = command({
  name: 'victim.wish-for-statement',
  summary: 'Write down whether a victim wishes their statement to be read aloud, and by whom',
  input: z.object({
    ...victimSeen,
    readBy: choice('Who reads it', keysOf(READ_BY)),
    words: optionalText('What they said', 2000),
  }),
  output: victimChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim.statement-wish-kept', subjects: aboutVictim, detail: ({ readBy }) => ({ readBy }) },
  async run(tx, { id, version, readBy, words }) {
    const locked = await lockVictim(tx, id, version)
    await needStatement(tx, id)
    await keep(tx, locked, { step: 'wish', read_by: readBy, words })
    await saveVictim(
      tx,
      locked,
      {},
      { kind: 'note', words: `Their statement in court: ${READ_BY[readBy].toLowerCase()}.` },
    )
    await metUnder(tx, id, ['VC31'], READ_BY[readBy])
    return { id }
  },
})

export const shareStatement = command({
  name: 'victim.share-statement',
  summary: 'Write down that the prosecutors have a victim’s statement, and since when',
  input: z.object({
    ...victimSeen,
    sharedOn: civilDate('The day'),
    words: optionalText('How, and which version', 500),
  }),
  output: victimChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim.statement-shared', subjects: aboutVictim },
  async run(tx, { id, version, sharedOn, words }) {
    const locked = await lockVictim(tx, id, version)
    const first = await needStatement(tx, id)
    if (sharedOn < londonDateAt(first)) throw new Invalid({ sharedOn: 'It was not given yet on that day (VCR01)' })
    if (sharedOn > londonDateAt(tx.now)) throw new Invalid({ sharedOn: 'They must have it already (VCR01)' })
    await keep(tx, locked, { step: 'shared', shared_on: sharedOn, words })
    await saveVictim(tx, locked, {}, { kind: 'note', words: `The prosecutors have their statement since ${sharedOn}.` })
    return { id }
  },
})

type Columns = Partial<Pick<VictimStatement, 'answer' | 'words' | 'kept_at' | 'given_by' | 'read_by' | 'shared_on'>>

async function keep(
  tx: Tx,
  { record }: LockedVictim,
  columns: Columns & { readonly step: 'offer' | 'wish' | 'shared' },
): Promise<string> {
  const { account } = tx.reader
  if (account === null) throw new Forbidden()
  const id = randomUUID()
  await tx.db
    .insertInto('victim_statement')
    .values({ id, victim_id: record.id, at: tx.now, by_account: account, ...columns, ...guardColumns(record.guards) })
    .execute()
  return id
}

/** When the first was given. Throws Invalid where none was. */
async function needStatement(tx: Tx, id: string): Promise<Date> {
  const row = await tx.db
    .selectFrom('victim_statement')
    .select('at')
    .where('victim_id', '=', id)
    .where('answer', '=', 'taken')
    .orderBy('at')
    .executeTakeFirst()
  if (row === undefined) throw new Invalid({ '': 'They gave no statement yet: write that down first (VCR01)' })
  return new Date(row.at)
}
