import type { AreaPlacer } from '#kernel/locations/area-placer.ts'
import { storeWords } from '#kernel/parties/store-words.ts'
import { announceStored, FEW_STORED, isMatched } from '#kernel/parties/matching/announce.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { emit } from '#platform/events/emit.ts'
import { rowsAs } from '#platform/edge.ts'
import { EXTRACT_KIND_NAMES, PARTY_OF_KIND, type ExtractKind, type PartyExtract } from '../rules/kinds/all.ts'
import { loadCrimes } from './load-crimes.ts'
import { loadEvents } from './load-events.ts'
import { loadNames, loadParties } from './load-parties.ts'
import { loadPostcodes, placeRows } from './load-places.ts'
import { loadLinks, loadRoles } from './load-ties.ts'

export interface Loading {
  readonly run: string
  readonly publisher: string
  readonly placer: AreaPlacer
  /** The words of all names in the extract. */
  readonly words: ReadonlySet<string>
  onStep(this: void, kind: ExtractKind): Promise<void>
}

const WORDS_AT_ONCE = 5_000
const isParty = (kind: ExtractKind): kind is PartyExtract => kind in PARTY_OF_KIND

/** Stores what was staged and classified, kind by kind, what others name first. */
export async function loadExtract(tx: Tx, kinds: ReadonlySet<ExtractKind>, loading: Loading): Promise<void> {
  const words = [...loading.words].toSorted()
  for (let i = 0; i < words.length; i += WORDS_AT_ONCE) await storeWords(tx, words.slice(i, i + WORDS_AT_ONCE))
  for (const kind of EXTRACT_KIND_NAMES) {
    if (!kinds.has(kind)) continue
    await loading.onStep(kind)
    if (kind === 'addresses' || kind === 'crimes') await placeRows(tx, kind, loading.placer)
    await tx.client.query(`ANALYZE to_${kind}`)
    if (isParty(kind)) await loadParties(tx, kind, loading.run)
    else if (kind === 'crimes') await loadCrimes(tx, loading.publisher)
    else if (kind === 'names') await loadNames(tx)
    else if (kind === 'roles') await loadRoles(tx)
    else if (kind === 'links') await loadLinks(tx)
    else if (kind === 'events') await loadEvents(tx)
    else if (kind === 'postcodes') await loadPostcodes(tx, loading.placer)
    if (kind !== 'postcodes' && kind !== 'totals') await keepRows(tx, kind, loading.run)
  }
  // Who follows crimes reads what this run brought of them.
  if (kinds.has('crimes') || kinds.has('roles') || kinds.has('events'))
    await emit(tx, { name: 'crimes.stored', payload: { run: loading.run } })
  await announceStored(
    tx,
    await storedParties(
      tx,
      [...kinds].filter(isParty).filter((kind) => isMatched(PARTY_OF_KIND[kind])),
    ),
  )
}

/** The parties that are new or changed, no more of them than are compared one by one, and one. */
async function storedParties(tx: Tx, kinds: readonly PartyExtract[]): Promise<number[]> {
  if (kinds.length === 0) return []
  const each = kinds.map((kind) => `SELECT target FROM to_${kind} WHERE state IN ('new', 'changed')`)
  const rows = rowsAs<{ target: number }>(
    await tx.client.query(`SELECT DISTINCT target FROM (${each.join(' UNION ALL ')}) AS stored LIMIT $1`, [
      FEW_STORED + 1,
    ]),
  )
  return rows.map(({ target }) => target)
}

/** Remembers what each row became, so that it is known again. */
async function keepRows(tx: Tx, kind: ExtractKind, run: string): Promise<void> {
  await tx.client.query(
    `INSERT INTO extract_row (kind, reference, hash, as_of, target, run_id)
     SELECT '${kind}', reference, hash, as_of, target, $1 FROM to_${kind} WHERE state IN ('new', 'changed')
     ON CONFLICT (kind, reference) DO UPDATE SET hash = EXCLUDED.hash, as_of = EXCLUDED.as_of, target = EXCLUDED.target,
       run_id = EXCLUDED.run_id`,
    [run],
  )
}
