import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { referralConsent } from '#kernel/victims-code/rules/vic04-referral-consent.ts'
import { keysOf } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, flag, text } from '#platform/forms/fields.ts'
import { metByAct, oweFor } from '../duties/owed.ts'
import { REFERRALS } from '../rules/referrals.ts'
import { WRITERS } from '../writers.ts'
import { aboutVictim, PURPOSE, victimChanged, victimSeen } from './fields.ts'
import { lockVictim, saveVictim } from './locked-victim.ts'

export const referVictim = command({
  name: 'victim.refer',
  summary: 'Say that a victim agreed to be referred to victim support, was referred, or does not want it',
  input: z.object({
    ...victimSeen,
    what: choice('What happened', keysOf(REFERRALS)),
    /** They were asked and said yes. */
    consent: flag(),
    words: text('To whom, and what they said', 2000),
  }),
  output: victimChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim.referred', subjects: aboutVictim, detail: ({ what }) => ({ what }) },
  async run(tx, { id, version, what, consent, words }) {
    const locked = await lockVictim(tx, id, version)
    const { victim } = locked
    const needed = referralConsent(victim)
    if (what !== 'objects' && needed.kind === 'explicit' && !consent)
      throw new Invalid({ consent: `${needed.why}. Tick it when they said yes (VIC-04)` })
    await saveVictim(
      tx,
      locked,
      { objects_to_referral: what === 'objects' },
      { kind: 'note', words: `${REFERRALS[what]}: ${words}` },
    )
    if (what === 'agreed')
      await oweFor(
        tx,
        { ...victim, objectsToReferral: false },
        {
          id: `${id}:agreed`,
          kind: 'referral-agreed',
          happenedAt: tx.now,
          receivedAt: tx.now,
        },
      )
    else await metByAct(tx, id, 'referral', REFERRALS[what])
    return { id }
  },
})
