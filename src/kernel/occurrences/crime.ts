import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { addressAt } from '../records-system.ts'
import { PARTY_KIND_NAMES, ROLES_IN_OCCURRENCES } from '../parties/words.ts'

/** Somebody, or something, and what they were in what happened. */
const roleModel = z.object({
  party: z.int(),
  kind: z.enum(PARTY_KIND_NAMES),
  label: z.string(),
  role: z.enum(keysOf(ROLES_IN_OCCURRENCES)),
  basis: z.enum(['fact', 'opinion']),
})

/** What a recorded crime has beyond an occurrence. */
export const crimeModel = z.object({
  offenceCode: z.string().nullable(),
  offenceClass: z.string().nullable(),
  offenceWords: z.string(),
  offenceStanding: z.enum(['valid', 'not-valid', 'unknown', 'none']),
  reportedAt: z.iso.datetime().nullable(),
  reportedPrecision: z.enum(['minute', 'day']).nullable(),
  recordedAt: z.iso.datetime().nullable(),
  recordedPrecision: z.enum(['minute', 'day']).nullable(),
  outcomeCode: z.string().nullable(),
  outcomeOn: z.string().nullable(),
  summary: z.string(),
  officer: z.string(),
  unit: z.string(),
  /** Null: not known, which is not nought. */
  harmDays: z.number().nullable(),
  harmEdition: z.string().nullable(),
  harmEstimated: z.boolean().nullable(),
})

/** What is known of an occurrence beyond the place and time: as a crime, who had which part in it, and the way back. */
export const crimeDetail = z.object({
  crime: crimeModel.nullable(),
  roles: z.array(roleModel),
  /** How many roles there are; those listed are the first. */
  roleCount: z.int(),
  recordsSystem: z.object({ name: z.string(), url: z.string() }).nullable(),
})
export type CrimeDetail = z.output<typeof crimeDetail>

const MOST_ROLES = 100

/** Of an occurrence that the reader may open: only who and what they may see themselves is listed and counted. */
export async function crimeDetailOf(tx: Tx, occurrence: number): Promise<CrimeDetail> {
  const [row] = rowsAs<{
    readonly crime: z.output<typeof crimeModel> | null
    readonly roles: CrimeDetail['roles']
    readonly roleCount: number
    readonly system: string | null
    readonly url: string | null
    readonly number: string | null
  }>(await tx.client.query(SQL, [occurrence, MOST_ROLES]))
  if (row === undefined) throw new Error('A row of subselects is always there.')
  const { crime, roles, roleCount, system, url, number } = row
  const way = system === null || url === null || number === null ? null : { name: system, url: addressAt(url, number) }
  return { crime: crime === null ? null : { ...crime, ...inUtc(crime) }, roles, roleCount, recordsSystem: way }
}

/** The database writes moments in its own way into JSON. */
function inUtc({ reportedAt, recordedAt }: Pick<z.output<typeof crimeModel>, 'reportedAt' | 'recordedAt'>) {
  const moment = (text: string | null) => (text === null ? null : new Date(text).toISOString())
  return { reportedAt: moment(reportedAt), recordedAt: moment(recordedAt) }
}

const ROLES = `FROM party_role r JOIN party p ON p.id = r.party_id WHERE r.occurrence_id = $1`
const SQL = `
  SELECT (SELECT json_build_object('offenceCode', c.offence_code, 'offenceClass', c.offence_class, 'offenceWords', c.offence_words,
      'offenceStanding', c.offence_standing, 'reportedAt', c.reported_at, 'reportedPrecision', c.reported_precision,
      'recordedAt', c.recorded_at, 'recordedPrecision', c.recorded_precision, 'outcomeCode', c.outcome_code,
      'outcomeOn', c.outcome_on, 'summary', c.summary, 'officer', c.officer, 'unit', c.unit, 'harmDays', c.harm_days,
      'harmEdition', c.harm_edition, 'harmEstimated', c.harm_estimated) FROM crime c WHERE c.occurrence_id = $1) AS crime,
    (SELECT coalesce(json_agg(x), '[]') FROM (
      SELECT p.id AS party, p.kind, p.label, r.role, r.basis ${ROLES} ORDER BY r.role, p.label, p.id LIMIT $2) x) AS roles,
    (SELECT count(*)::integer ${ROLES}) AS "roleCount",
    (SELECT name FROM records_system) AS system, (SELECT occurrence_url FROM records_system) AS url,
    (SELECT external_reference FROM occurrence WHERE id = $1 AND source = 'records-extract') AS number`
