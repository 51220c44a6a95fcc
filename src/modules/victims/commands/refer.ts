import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import { referralConsent } from '#kernel/victims-code/rules/vic04-referral-consent.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { choice, flag, optionalText, text } from '#platform/forms/fields.ts'
import { isOwed, metUnder, oweFor } from '../duties/owed.ts'
import { referralProblem, REFERRALS, type ReferralStep } from '../rules/referrals.ts'
import { WRITERS } from '../writers.ts'
import { aboutVictim, PURPOSE, victimChanged, victimSeen } from './fields.ts'
import { lockVictim, saveVictim } from './locked-victim.ts'

export const referVictim = command({
  name: 'victim.refer',
  summary:
    'Say that a victim agreed to be referred to a support service, was referred, does not want it, or what came of it',
  input: z.object({
    ...victimSeen,
    what: choice('What happened', keysOf(REFERRALS)),
    /** They were asked and said yes. */
    consent: flag(),
    service: optionalText('The service', 200),
    words: text('What was said', 2000),
  }),
  output: victimChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim.referred', subjects: aboutVictim, detail: ({ what }) => ({ what }) },
  async run(tx, { id, version, what, consent, service: named, words }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const locked = await lockVictim(tx, id, version)
    const { victim, record } = locked
    const service = what === 'sent' || what === 'heard-back' ? named : null
    const problem = referralProblem({ what, consent, service }, await stepsOf(tx, id), referralConsent(victim))
    if (problem !== null) throw new Invalid(problem)
    const step = randomUUID()
    await tx.db
      .insertInto('victim_referral')
      .values({
        id: step,
        victim_id: id,
        at: tx.now,
        by_account: account,
        what,
        consent: what !== 'objects' && consent,
        service,
        words,
        ...guardColumns(record.guards),
      })
      .execute()
    await saveVictim(tx, locked, what === 'heard-back' ? {} : { objects_to_referral: what === 'objects' }, {
      kind: 'note',
      words: `${REFERRALS[what]}${service === null ? '' : ` (${service})`}: ${words}`,
    })
    if (what === 'sent' || what === 'objects') await metUnder(tx, id, ['VC06'], REFERRALS[what])
    if (what === 'agreed' && !(await isOwed(tx, id, 'VC06')))
      await oweFor(
        tx,
        { ...victim, objectsToReferral: false },
        { id: step, kind: 'referral-agreed', happenedAt: tx.now, receivedAt: tx.now },
      )
    return { id }
  },
})

/** The latest first. */
async function stepsOf(tx: Tx, id: string): Promise<readonly ReferralStep[]> {
  return rowsAs<ReferralStep>(
    await tx.client.query('SELECT what, consent FROM victim_referral WHERE victim_id = $1 ORDER BY at DESC, id', [id]),
  )
}
