import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Measures } from '#kernel/measures/registry.ts'
import { command } from '#kernel/operations.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import { changeRecord } from '#kernel/records/record.ts'
import { addEntry } from '#kernel/records/timeline.ts'
import { Forbidden, NotFound } from '#platform/errors/errors.ts'
import { optionalText } from '#platform/forms/fields.ts'
import { meet } from '../duties/owed.ts'
import { findFindings } from '../queries/finding-rows.ts'
import { claimOf } from '../rules/fnd02-claim.ts'
import { WRITERS } from '../writers.ts'
import { aboutFinding, findingSeen } from './finding-fields.ts'
import { lockFinding, refused, stageOrRefused } from './locked-finding.ts'

/** "It is met". What stood against it is kept with the claim, in the words that were shown. */
export const claimMet = (measures: Measures) =>
  command({
    name: 'finding.claim',
    summary:
      'Claim that a finding is met; against what its measures and evidence show only by rank and with the reason',
    input: z.object({ ...findingSeen, reason: optionalText('Reason', 4000) }),
    output: z.object({ id: z.uuid(), held: z.boolean() }),
    access: { staff: WRITERS },
    purpose: 'inspection',
    audit: { event: 'finding.claimed', subjects: aboutFinding, detail: (_, { held }) => ({ held }) },
    async run(tx, { id, version, reason }) {
      const { account, roles } = tx.reader
      if (account === null) throw new Forbidden()
      const { record, stage } = await lockFinding(tx, id, version)
      const [finding] = await findFindings(tx, measures, { ids: [id] })
      if (finding === undefined) throw new NotFound({ kind: 'finding', id })
      const claim = claimOf({ measures: finding.measures, evidence: finding.evidence.freshness }, roles, reason)
      if ('rule' in claim) throw refused(claim)
      const next = stageOrRefused(stage, claim.held ? 'claim-held' : 'claim-overridden')
      await tx.db
        .insertInto('finding_claim')
        .values({
          id: randomUUID(),
          finding_id: id,
          claimed_by: account,
          claimed_at: tx.now,
          ...claim,
          shown: finding.reasons.join(' '),
          ...guardColumns(record.guards),
        })
        .execute()
      await changeRecord(tx, record, { stage: next })
      await addEntry(tx, id, record.guards, {
        kind: 'stage',
        words: claim.held
          ? 'Claimed as met: measures and evidence bear it out.'
          : `Claimed as met against what is shown (${claim.rank}).`,
        ...(claim.reason !== null && { reason: claim.reason }),
      })
      if (claim.held) await meet(tx, 'FIN-02', id, 'Claimed as met: measures and evidence bear it out')
      return { id, held: claim.held }
    },
  })
