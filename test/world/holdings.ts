import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { newReference } from '#kernel/records/reference.ts'
import { idOf } from './organisation.ts'

/** What guards a document; all of it open unless said. */
export interface DocumentPlan {
  readonly id: string
  readonly title: string
  readonly agency: number
  readonly area: number | null
  readonly unit: number | null
  readonly marking: string
  readonly compartment: number | null
  readonly addedBy: string
  readonly at: Date
}

type Given<Plan, Needed extends keyof Plan> = Partial<Plan> & Pick<Plan, Needed>

export async function insertDocument(owner: Client, plan: Given<DocumentPlan, 'agency' | 'addedBy' | 'at'>) {
  return idOf<string>(
    owner,
    `INSERT INTO document (id, title, file_name, media_type, bytes, sha256, agency_id, unit_id, area_id, marking,
      compartment_id, added_by, added_at)
    VALUES ($1, $2, 'note.txt', 'text/plain', 4, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [
      plan.id ?? randomUUID(),
      plan.title ?? 'Briefing note',
      'a'.repeat(64),
      plan.agency,
      plan.unit ?? null,
      plan.area ?? null,
      plan.marking ?? 'OFFICIAL',
      plan.compartment ?? null,
      plan.addedBy,
      plan.at,
    ],
  )
}

export interface OccurrencePlan {
  readonly marking: string
  readonly compartment: number | null
  readonly category: string
  readonly at: Date
}

export async function insertOccurrence(owner: Client, plan: Given<OccurrencePlan, 'at'>): Promise<number> {
  const month = `${plan.at.toISOString().slice(0, 7)}-01`
  return idOf(
    owner,
    `INSERT INTO occurrence (source, publisher, kind, category, happened_from, happened_to, precision, month,
      location_precision, marking, compartment_id, known_at)
    VALUES ('records-extract', 'vale', 'crime', $1, $2, $2::timestamptz + interval '1 hour', 'hour', $3, 'none', $4, $5, $2)
    RETURNING id`,
    [plan.category ?? 'burglary', plan.at, month, plan.marking ?? 'OFFICIAL', plan.compartment ?? null],
  )
}

/** What guards a record; all of it open to the whole force unless said. */
export interface RecordPlan {
  readonly title: string
  readonly words: string
  readonly stage: string
  readonly area: number | null
  readonly unit: number | null
  readonly owner: string | null
  readonly marking: string
  readonly compartment: number | null
  readonly openedBy: string
  readonly closedAt: Date | null
  readonly at: Date
}

/** A record of the kind `finding`, without the row of its kind. Gives its id. */
export async function insertRecord(owner: Client, plan: Given<RecordPlan, 'openedBy' | 'at'>): Promise<string> {
  return idOf<string>(
    owner,
    `INSERT INTO record (id, kind, reference, title, stage, words, area_id, unit_id, owner_id, marking, compartment_id,
      opened_by, opened_at, closed_at) VALUES ($1, 'finding', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id`,
    [
      randomUUID(),
      newReference('FIN'),
      plan.title ?? 'Visits to repeat victims',
      plan.stage ?? 'planned',
      plan.words ?? '',
      plan.area ?? null,
      plan.unit ?? null,
      plan.owner ?? null,
      plan.marking ?? 'OFFICIAL',
      plan.compartment ?? null,
      plan.openedBy,
      plan.at,
      plan.closedAt ?? null,
    ],
  )
}
