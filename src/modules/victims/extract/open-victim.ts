import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { guardColumns, type Guards } from '#kernel/records/guards.ts'
import { openRecords } from '#kernel/records/record.ts'
import { codeInForce } from '#kernel/victims-code/code-in-force.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { flagsOfOffence, victimTitle } from '../rules/of-crime.ts'
import type { FollowedCrime } from './read-crimes.ts'

/** One of the victims of a crime. */
export interface NewVictim {
  readonly crime: FollowedCrime
  readonly of: FollowedCrime['victims'][number]
}

/** Opens the records of victims whom an extract brought, however many in as many statements. Gives their ids. */
export async function openVictims(tx: Tx, victims: readonly NewVictim[]): Promise<readonly string[]> {
  if (victims.length === 0) return []
  const top = victims.some(({ crime }) => isNobodys(crime)) ? await headquarters(tx) : null
  const guarded = victims.map((victim) => ({ ...victim, guards: guardsOf(victim, top) }))
  const records = await openRecords(
    tx,
    guarded.map(({ crime, guards }) => ({
      kind: 'victim',
      title: victimTitle(crime.offenceWords, crime.number),
      stage: 'open',
      words: crime.number ?? '',
      guards,
    })),
  )
  const rows = records.flatMap(({ id }, at) => {
    const [victim] = guarded.slice(at, at + 1)
    return victim === undefined ? [] : [rowOf(id, victim)]
  })
  await tx.db.insertInto('victim').values(rows).execute()
  return records.map(({ id }) => id)
}

function rowOf(id: string, { crime, of, guards }: NewVictim & { readonly guards: Guards }) {
  return {
    id,
    occurrence_id: crime.id,
    party_id: of.party,
    standing: of.kind === 'organisation' ? ('business' as const) : ('person' as const),
    source: 'extract' as const,
    code: codeInForce(londonDateAt(crime.reportedAt)),
    reported_at: crime.reportedAt,
    flags: [...flagsOfOffence(crime.offenceCode, crime.offenceClass)],
    ...guardColumns(guards),
  }
}

const isNobodys = ({ area, unitArea, unit }: FollowedCrime) => (area ?? unitArea ?? unit) === null

/** Where nothing says whose it is, it is the force's headquarters': never open to everybody for want of an area. */
function guardsOf({ crime, of }: NewVictim, top: number | null): Guards {
  return {
    area: crime.area ?? crime.unitArea,
    unit: isNobodys(crime) ? top : crime.unit,
    owner: crime.owner,
    marking: of.marking === 'OFFICIAL' ? crime.marking : of.marking,
    compartment: null,
  }
}

async function headquarters(tx: Tx): Promise<number | null> {
  const [top] = rowsAs<{ id: number }>(
    await tx.client.query(
      `SELECT u.id FROM unit u JOIN agency a ON a.id = u.agency_id AND a.kind = 'police-force'
      WHERE u.parent_id IS NULL AND u.valid_to IS NULL ORDER BY u.id LIMIT 1`,
    ),
  )
  return top?.id ?? null
}
