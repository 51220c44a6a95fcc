import { z } from 'zod'
import { actionFields, addAction, readAssignee } from '#kernel/actions/add.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { optionalChoice } from '#kernel/organisation/paging.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import { findTactic, TACTIC_CODES, tacticWords } from '#kernel/tactics/tactics.ts'
import { keysOf } from '#platform/edge.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { choice, civilDate, optionalText, text } from '#platform/forms/fields.ts'
import { SIDES } from '../reference/lists.ts'
import { TECHNIQUES, techniqueWords } from '../reference/techniques.ts'
import { another, ranked } from '../rules/pop06-who.ts'
import { evidenceProblem } from '../rules/pop07-evidence-or-reason.ts'
import { failingProblem, mayChoose } from '../rules/tac01-known-to-fail.ts'
import { DECIDERS, WORKERS } from '../workers.ts'
import { lockWorkedPlan, savePlan } from './locked-plan.ts'
import { aboutPlan, planChanged, planSeen } from './plan-fields.ts'

/** A response is an action of the plan, with what it is to do and why that should work. */
export const addResponse = command({
  name: 'problem.add-response',
  summary: 'Add a response to a plan: what is done, by whom, by when, by which technique, on what evidence',
  input: z.object({
    ...planSeen,
    ...actionFields,
    dueOn: civilDate('Due date'),
    side: choice('The side of the triangle', keysOf(SIDES)),
    technique: choice('The technique', keysOf(TECHNIQUES)),
    mechanism: text('How it is to work', 1000),
    /** Of the library of tactics, where it is one of them. */
    tactic: optionalChoice('the tactic', TACTIC_CODES),
    failingReason: optionalText('Why it is used although it is known to fail', 1000),
    evidenceLink: optionalText('Evidence', 500),
    noEvidenceReason: optionalText('Why there is none', 1000),
  }),
  /** With the id of its action. */
  output: planChanged.extend({ action: z.uuid() }),
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: {
    event: 'problem.response-added',
    subjects: aboutPlan,
    detail: ({ technique, side, tactic, failingReason }) => ({
      technique,
      side,
      tactic,
      ...(failingReason !== null && { knownToFail: true }),
    }),
  },
  async run(tx, { id, version, title, dueOn, person, team, agency, ...response }) {
    const tactic = response.tactic === null ? null : findTactic(response.tactic)
    refuseOn(mayChoose(tactic, tx.reader.roles))
    const problem =
      failingProblem(tactic, response.failingReason) ??
      evidenceProblem(response.evidenceLink, response.noEvidenceReason, tactic !== null)
    if (problem !== null) throw new Invalid(problem)
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const locked = await lockWorkedPlan(tx, id, version)
    const assignee = await readAssignee(tx, { person, team, agency })
    const action = await addAction(tx, locked.record, { title, assignee, dueOn })
    await tx.db
      .insertInto('problem_response')
      .values({
        action_id: action,
        plan_id: id,
        side: response.side,
        technique: response.technique,
        mechanism: response.mechanism,
        tactic: response.tactic,
        failing_reason: response.failingReason,
        evidence_link: response.evidenceLink,
        no_evidence_reason: response.noEvidenceReason,
        added_by: account,
        added_at: tx.now,
        ...guardColumns(locked.record.guards),
      })
      .execute()
    // What was approved is no longer all that is to be done.
    const unapproved = { approved_by: null, approved_at: null }
    await savePlan(tx, locked, unapproved, {
      kind: 'change',
      words: `Response “${title}”: ${techniqueWords(response.technique)}.${tactic === null ? '' : ` Of the library: ${tacticWords(tactic)}.`}`,
      ...(response.failingReason !== null && { reason: response.failingReason }),
    })
    return { id, action }
  },
})

export const approveResponse = command({
  name: 'problem.approve',
  summary: 'Approve the response of a plan, by rank',
  input: z.object({ ...planSeen, reason: text('Why it is approved', 2000) }),
  output: planChanged,
  access: { staff: DECIDERS },
  purpose: 'problem solving',
  audit: { event: 'problem.approved', subjects: aboutPlan },
  async run(tx, { id, version, reason }) {
    const locked = await lockWorkedPlan(tx, id, version)
    const { record, stage, plan } = locked
    refuseOn(
      ranked('approve', tx.reader),
      another(record.guards.owner, tx.reader, 'The plan is your own.'),
      stage === 'response' && plan.responses.some(({ state }) => state !== 'dropped')
        ? null
        : { rule: 'POP04', message: 'There is no response to approve at this stage.' },
    )
    await savePlan(
      tx,
      locked,
      { approved_by: tx.reader.account, approved_at: tx.now },
      {
        kind: 'decision',
        words: 'Approved the response.',
        options: ['Approve it', 'Send it back'],
        reason,
      },
    )
    return { id }
  },
})
