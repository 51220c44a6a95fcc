import { randomUUID } from 'node:crypto'
import type { World } from '../world/world.ts'

/** An evidence pack of the inspection lead, a sample that the visiting inspector drew of the open occurrences, and their visit. */
export async function seedEffectiveness({ owner, personas }: World) {
  const now = new Date().toISOString()
  const [pack, sample] = [randomUUID(), randomUUID()]
  const content = {
    force: 'Vale',
    framework: { code: 'PEEL2016', name: 'PEEL 2016' },
    madeBy: { name: personas.inspectionLead.name, post: 'Inspection lead', clearance: 'OFFICIAL-SENSITIVE' },
    frozenAt: now,
    marking: 'OFFICIAL',
    questions: [],
    measures: [],
    overridden: [],
    sources: [],
  }
  await owner(
    `INSERT INTO evidence_pack (id, framework, content, content_sha256, marking, made_by, made_at)
    VALUES ($1, 'PEEL2016', $2, $3, 'OFFICIAL', $4, $5)`,
    [pack, JSON.stringify(content), 'b'.repeat(64), personas.inspectionLead.account, now],
  )
  await owner(
    `INSERT INTO inspector_sample (id, measure, month, seed, population, drawn, drawn_by, drawn_at)
    SELECT $1, 'P1-CRIME', '2026-01-01', 7, 1, array_agg('occurrence:' || id), $2, $3 FROM (
      SELECT id FROM occurrence WHERE marking = 'OFFICIAL' AND compartment_id IS NULL ORDER BY id LIMIT 1) open`,
    [sample, personas.visitingInspector.account, now],
  )
  const [visit] = await owner<{ id: string }>('SELECT id FROM inspector_visit LIMIT 1')
  return { pack, sample, visit: visit?.id ?? '' }
}
