import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { ownUnit } from '#kernel/organisation/posting/own-unit.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { sameVersion, version } from '#kernel/organisation/versions.ts'
import { getRecord } from '#kernel/records/record.ts'
import { addEntry } from '#kernel/records/timeline.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Conflict, Forbidden, Invalid } from '#platform/errors/errors.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { text } from '#platform/forms/fields.ts'
import { lookJob } from '../jobs/look-job.ts'
import type { CandidateView } from '../queries/candidate-model.ts'
import { candidateId, getCandidate } from '../queries/open-candidate.ts'
import { typeOf } from '../rules/pattern-type.ts'
import { patternTitle, patternWhy } from '../rules/pattern-words.ts'
import { ranked } from '../rules/pop06-who.ts'
import { DECIDERS, WORKERS } from '../workers.ts'
import { beginWork } from './decide-proposal.ts'
import { namingFields } from './propose-plan.ts'
import { planId } from './plan-fields.ts'
import { startPlan } from './start-plan.ts'

const seen = { id: candidateId, version } as const
const about = ({ id }: { readonly id: string }) => [{ kind: 'problem-candidate', id }]

/** The pattern, locked, that waits for a decision. Throws NotFound, Conflict, or RuleRefused (POP06). */
async function lockOpen(tx: Tx, id: string, version: number): Promise<CandidateView> {
  await tx.client.query('SELECT FROM problem_candidate WHERE id = $1 FOR UPDATE', [id])
  const candidate = await getCandidate(tx, id)
  sameVersion(candidate, version)
  refuseOn(ranked('decide-candidate', tx.reader))
  if (candidate.state !== 'open') throw new Conflict('This has been decided already. Open it again to see how.')
  return candidate
}

interface Decision {
  readonly state: 'accepted' | 'rejected' | 'merged'
  readonly reason: string | null
  readonly plan?: string
  readonly into?: string
}

/** Keeps who decided what, and what the pattern was then: it comes again only if it grows beyond that. */
async function decide(tx: Tx, id: string, { state, reason, plan, into }: Decision): Promise<void> {
  await tx.client.query(
    `UPDATE problem_candidate SET state = $2, reason = $3, plan_id = $4, merged_into = $5, decided_by = $6, decided_at = $7,
      decided_first_on = first_on, decided_last_on = last_on, decided_count = count, version = version + 1 WHERE id = $1`,
    [id, state, reason, plan ?? null, into ?? null, tx.reader.account, tx.now],
  )
}

export const acceptCandidate = command({
  name: 'candidate.accept',
  summary: 'Accept a pattern as a problem: a plan begins with it',
  input: z.object({ ...seen, ...namingFields }),
  output: z.object({ id: candidateId, plan: planId }),
  access: { staff: DECIDERS },
  purpose: 'problem solving',
  audit: {
    event: 'candidate.accepted',
    subjects: ({ id }, { plan }) => [
      { kind: 'problem-candidate', id },
      { kind: 'problem-plan', id: plan },
    ],
  },
  async run(tx, { id, version: seenVersion, title, ...where }) {
    const candidate = await lockOpen(tx, id, seenVersion)
    const { unit } = await ownUnit(tx)
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const guards = { area: candidate.area, unit, owner: account, marking: candidate.marking, compartment: null }
    const named = { title, ...where, problemType: typeOf(candidate), source: 'candidate', stage: 'objective' } as const
    const plan = await startPlan(tx, { ...named, guards })
    await addEntry(tx, plan, guards, { kind: 'note', words: `Begun from a pattern. ${patternWhy(candidate)}` })
    await beginWork(tx, { id: plan, title, guards }, 'candidate.accepted')
    await decide(tx, id, { state: 'accepted', reason: null, plan })
    return { id, plan }
  },
})

export const rejectCandidate = command({
  name: 'candidate.reject',
  summary: 'Reject a pattern, with the reason; it comes again only if it grows',
  input: z.object({ ...seen, reason: text('Reason', 2000) }),
  output: z.object({ id: candidateId }),
  access: { staff: DECIDERS },
  purpose: 'problem solving',
  audit: { event: 'candidate.rejected', subjects: about },
  async run(tx, { id, version: seenVersion, reason }) {
    await lockOpen(tx, id, seenVersion)
    await decide(tx, id, { state: 'rejected', reason })
    return { id }
  },
})

/** `plan:` or `candidate:` and its id. */
const target = z.string({ error: 'Choose what it is part of' }).regex(/^(plan|candidate):[0-9a-f-]{36}$/, {
  error: 'Choose what it is part of',
})

export const mergeCandidate = command({
  name: 'candidate.merge',
  summary: 'Put a pattern to a plan that is worked on, or to another pattern that it is part of',
  input: z.object({ ...seen, into: target }),
  output: z.object({ id: candidateId }),
  access: { staff: DECIDERS },
  purpose: 'problem solving',
  audit: { event: 'candidate.merged', subjects: about },
  async run(tx, { id, version: seenVersion, into }) {
    const candidate = await lockOpen(tx, id, seenVersion)
    const [kind = '', other = ''] = into.split(':')
    if (kind === 'candidate') {
      const larger = other === id ? null : await getCandidate(tx, other)
      if (larger?.state !== 'open') throw new Invalid({ into: 'Choose a pattern that is still to be decided' })
      await decide(tx, id, { state: 'merged', reason: null, into: other })
    } else {
      const plan = await getRecord(tx, 'problem-plan', other)
      if (plan.closedAt !== null) throw new Invalid({ into: 'Choose a plan that is worked on' })
      const words = `Put to this plan: ${patternTitle(candidate)}. ${patternWhy(candidate)}`
      await addEntry(tx, plan.id, plan.guards, { kind: 'note', words })
      await decide(tx, id, { state: 'merged', reason: null, plan: other })
    }
    return { id }
  },
})

export const lookAgain = command({
  name: 'candidate.look-again',
  summary: 'Have the system look for patterns now, and not only tonight',
  input: z.object({}),
  output: z.object({ job: z.string() }),
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'candidate.look-asked', subjects: (_, { job }) => [{ kind: 'job-run', id: job }] },
  run: async (tx) => ({ job: await enqueue(tx, lookJob, {}) }),
})
