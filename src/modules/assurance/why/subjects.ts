import type { Marking } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import {
  ACCOUNT_VISIBILITY,
  DOCUMENT_VISIBILITY,
  grounds,
  OCCURRENCE_VISIBILITY,
  PARTY_VISIBILITY,
  RECORD_VISIBILITY,
  sees,
  type Sight,
  type Visibility,
} from '#kernel/access/visibility.ts'
import { isRecordKind, RECORD_KINDS, type RecordKind } from '#kernel/records/record.ts'

/** What can be asked about. */
export const KINDS = ['document', 'occurrence', 'party', 'account', ...keysOf(RECORD_KINDS)] as const
export type Kind = (typeof KINDS)[number]

/** A thing that the reader may open, and the rule that guards it, ready to be asked of anybody. */
export interface Guarded {
  /** What it is called on the page. */
  readonly title: string
  readonly marking: Marking
  readonly area: number | null
  readonly unit: number | null
  readonly compartment: number | null
  yourGrounds(sight: Sight): readonly string[]
  /** The first ground on which somebody else may open it; null when they may not. */
  ground(sight: Sight): string | null
}

/** Reads the thing under the reader's own sight. Throws NotFound when it is not there or not open to them. */
export async function readGuarded(tx: Tx, kind: Kind, id: string): Promise<Guarded> {
  const found = isRecordKind(kind) ? await readRecord(tx, kind, id) : await READ[kind](tx, id)
  if (found === null) throw new NotFound({ kind, id })
  return found
}

const READ = {
  document: readDocument,
  occurrence: readOccurrence,
  party: readParty,
  account: readAccount,
} as const satisfies Record<Exclude<Kind, RecordKind>, (tx: Tx, id: string) => Promise<Guarded | null>>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function readDocument(tx: Tx, id: string): Promise<Guarded | null> {
  if (!UUID.test(id)) return null
  const row = await tx.db
    .selectFrom('document')
    .select(['title', 'marking', 'compartment_id', 'area_id', 'unit_id', 'added_by'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const guards = {
    marking: markingOf(row.marking),
    compartment: row.compartment_id,
    area: row.area_id,
    unit: row.unit_id,
    addedBy: row.added_by,
  }
  return { title: row.title, ...guards, ...answers(DOCUMENT_VISIBILITY, guards) }
}

async function readRecord(tx: Tx, kind: RecordKind, id: string): Promise<Guarded | null> {
  if (!UUID.test(id)) return null
  const row = await tx.db
    .selectFrom('record')
    .select(['reference', 'title', 'marking', 'compartment_id', 'area_id', 'unit_id', 'owner_id'])
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (row === undefined) return null
  const guards = {
    marking: markingOf(row.marking),
    compartment: row.compartment_id,
    area: row.area_id,
    unit: row.unit_id,
    owner: row.owner_id,
  }
  return { title: `${row.reference}: ${row.title}`, ...guards, ...answers(RECORD_VISIBILITY, guards) }
}

async function readOccurrence(tx: Tx, id: string): Promise<Guarded | null> {
  if (!/^[1-9]\d{0,14}$/.test(id)) return null
  const row = await tx.db
    .selectFrom('occurrence')
    .select(['marking', 'compartment_id'])
    .where('id', '=', Number(id))
    .executeTakeFirst()
  if (row === undefined) return null
  const guards = { marking: markingOf(row.marking), compartment: row.compartment_id }
  return { title: `Occurrence ${id}`, area: null, unit: null, ...guards, ...answers(OCCURRENCE_VISIBILITY, guards) }
}

async function readParty(tx: Tx, id: string): Promise<Guarded | null> {
  if (!/^[1-9]\d{0,14}$/.test(id)) return null
  const row = await tx.db
    .selectFrom('party')
    .select(['label', 'marking', 'compartment_id'])
    .where('id', '=', Number(id))
    .executeTakeFirst()
  if (row === undefined) return null
  const guards = { marking: markingOf(row.marking), compartment: row.compartment_id }
  return { title: row.label, area: null, unit: null, ...guards, ...answers(PARTY_VISIBILITY, guards) }
}

async function readAccount(tx: Tx, id: string): Promise<Guarded | null> {
  if (!UUID.test(id)) return null
  const row = await tx.db.selectFrom('account').select(['name', 'agency_id']).where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const place = { area: null, unit: null, compartment: null, marking: 'OFFICIAL' } as const
  return { title: row.name, ...place, ...answers(ACCOUNT_VISIBILITY, { agency: row.agency_id }) }
}

function answers<Thing>(rule: Visibility<Thing>, thing: Thing): Pick<Guarded, 'yourGrounds' | 'ground'> {
  return {
    yourGrounds: (sight) => grounds(rule, sight, thing).map((clause) => clause.you(thing)),
    ground: (sight) => (sees(rule, sight, thing) ? (grounds(rule, sight, thing)[0]?.others ?? null) : null),
  }
}

/** The column's CHECK allows these only; anything else is treated as the higher. */
function markingOf(text: string): Marking {
  return MARKINGS.find((marking) => marking === text) ?? 'OFFICIAL-SENSITIVE'
}
