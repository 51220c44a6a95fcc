import type { CrimeFlag } from '#kernel/victims-code/facts.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { Way } from '../../rules/contact-results.ts'
import { whyNoPage } from '../rules/vcp01-may-have-page.ts'
import { settingOf } from './setting.ts'

interface Row {
  readonly occurrence: number
  readonly noSafeContact: boolean
  readonly assessed: boolean
  readonly wantsUpdates: boolean
  readonly way: Way | null
  readonly somebodyMustNotKnow: boolean
  readonly inCompartment: boolean
}

/** VCP01 of a victim whom the reader may open, as things stand. */
export async function readWhyNoPage(tx: Tx, victim: string): Promise<readonly string[]> {
  const [row] = rowsAs<Row>(await tx.client.query(FACTS, [victim]))
  if (row === undefined) return []
  const { occurrence, ...facts } = row
  const { page } = await settingOf(tx)
  return whyNoPage({ ...facts, flags: await flagsOfCrime(tx, victim, occurrence), forceAllows: page })
}

const FACTS = `SELECT occurrence_id AS occurrence, no_safe_contact_since IS NOT NULL AS "noSafeContact",
    assessed_at IS NOT NULL AS assessed, updates_declined_at IS NULL AS "wantsUpdates", contact_way AS way,
    not_to_tell IS NOT NULL AS "somebodyMustNotKnow", compartment_id IS NOT NULL AS "inCompartment"
  FROM victim WHERE id = $1`

/** Of every victim of the crime, those beyond the reader's reach too: one word about anybody is enough to be careful. */
async function flagsOfCrime(tx: Tx, victim: string, occurrence: number): Promise<readonly CrimeFlag[]> {
  const read = async () => rowsAs<{ flags: CrimeFlag[] }>(await tx.client.query(FLAGS, [victim, occurrence]))
  const rows = [...(await read()), ...(await asService(tx, read))]
  return [...new Set(rows.flatMap(({ flags }) => flags))]
}

const FLAGS = 'SELECT flags FROM victim WHERE id = $1 OR occurrence_id = $2'
