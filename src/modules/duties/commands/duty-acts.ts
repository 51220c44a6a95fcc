import { z } from 'zod'
import { handOnDuty } from '#kernel/duties/hand-on-duty.ts'
import { meetByHand } from '#kernel/duties/meet-by-hand.ts'
import { pauseDuty } from '#kernel/duties/pause-duty.ts'
import type { DutyRules } from '#kernel/duties/registry.ts'
import { resumeDuty } from '#kernel/duties/resume-duty.ts'
import { waiveDuty } from '#kernel/duties/waive-duty.ts'
import { command } from '#kernel/operations.ts'
import { version } from '#kernel/organisation/versions.ts'
import { text } from '#platform/forms/fields.ts'

const one = { id: z.uuid({ error: 'This is not the address of a duty' }), version }
const output = z.object({ id: z.uuid() })
const common = { output, access: { staff: 'any' }, purpose: 'own work' } as const
const about = ({ id }: { readonly id: string }) => [{ kind: 'duty', id }]

/** One at a time, now, and for what was done: there is no command for many, for an earlier day, or for an attempt. */
export const meetDutyCommand = (rules: DutyRules) =>
  command({
    ...common,
    name: 'duty.meet',
    summary: 'Say that a duty was met',
    input: z.object({ ...one, how: text('How it was met') }),
    audit: { event: 'duty.met', subjects: about },
    async run(tx, { id, version: seen, how }) {
      await meetByHand(tx, rules, { id, version: seen, how })
      return { id }
    },
  })

export const waiveDutyCommand = (rules: DutyRules) =>
  command({
    ...common,
    name: 'duty.waive',
    summary: 'Waive a duty, with rank and reason',
    input: z.object({ ...one, waiver: text('The reason', 1_000) }),
    audit: { event: 'duty.waived', subjects: about },
    async run(tx, { id, version: seen, waiver: reason }) {
      await waiveDuty(tx, rules, { id, version: seen, reason })
      return { id }
    },
  })

export const pauseDutyCommand = (rules: DutyRules) =>
  command({
    ...common,
    name: 'duty.pause',
    summary: 'Stop the clock of a duty',
    input: z.object({ ...one, pause: text('The reason') }),
    audit: { event: 'duty.paused', subjects: about },
    async run(tx, { id, version: seen, pause: reason }) {
      await pauseDuty(tx, rules, { id, version: seen, reason })
      return { id }
    },
  })

export const resumeDutyCommand = (rules: DutyRules) =>
  command({
    ...common,
    name: 'duty.resume',
    summary: 'Let the clock of a duty run on',
    input: z.object(one),
    audit: { event: 'duty.resumed', subjects: about },
    async run(tx, { id, version: seen }) {
      await resumeDuty(tx, rules, { id, version: seen })
      return { id }
    },
  })

export const handOnDutyCommand = command({
  ...common,
  name: 'duty.hand-on',
  summary: 'Hand a duty on to somebody else',
  input: z.object({ ...one, to: z.uuid({ error: 'Choose who is to do it' }), why: text('Why it is handed on', 1_000) }),
  audit: { event: 'duty.handed-on', subjects: (input) => [...about(input), { kind: 'account', id: input.to }] },
  async run(tx, { id, version: seen, to, why }) {
    await handOnDuty(tx, { id, version: seen, to, reason: why })
    return { id }
  },
})
