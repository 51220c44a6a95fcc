import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { guardColumns, type Guards } from '#kernel/records/guards.ts'
import { openRecord } from '#kernel/records/record.ts'
import { codeInForce } from '#kernel/victims-code/code-in-force.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { flagsOfOffence, victimTitle } from '../rules/of-crime.ts'
import type { FollowedCrime } from './read-crimes.ts'

/** Opens the record of a victim whom an extract brought. */
export async function openVictim(
  tx: Tx,
  crime: FollowedCrime,
  { party, kind, marking }: FollowedCrime['victims'][number],
): Promise<string> {
  const guards: Guards = {
    ...(await whose(tx, crime)),
    marking: marking === 'OFFICIAL' ? crime.marking : marking,
    compartment: null,
  }
  const title = victimTitle(crime.offenceWords, crime.number)
  const { id } = await openRecord(tx, { kind: 'victim', title, stage: 'open', words: crime.number ?? '', guards })
  await tx.db
    .insertInto('victim')
    .values({
      id,
      occurrence_id: crime.id,
      party_id: party,
      standing: kind === 'organisation' ? 'business' : 'person',
      source: 'extract',
      code: codeInForce(londonDateAt(crime.reportedAt)),
      reported_at: crime.reportedAt,
      flags: [...flagsOfOffence(crime.offenceCode, crime.offenceClass)],
      ...guardColumns(guards),
    })
    .execute()
  return id
}

/** Where nothing says whose it is, it is the force's headquarters': never open to everybody for want of an area. */
async function whose(tx: Tx, crime: FollowedCrime): Promise<Pick<Guards, 'area' | 'unit' | 'owner'>> {
  const area = crime.area ?? crime.unitArea
  if (area !== null || crime.unit !== null) return { area, unit: crime.unit, owner: crime.owner }
  const [top] = rowsAs<{ id: number }>(
    await tx.client.query(
      `SELECT u.id FROM unit u JOIN agency a ON a.id = u.agency_id AND a.kind = 'police-force'
      WHERE u.parent_id IS NULL AND u.valid_to IS NULL ORDER BY u.id LIMIT 1`,
    ),
  )
  return { area: null, unit: top?.id ?? null, owner: crime.owner }
}
