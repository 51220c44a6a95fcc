import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { rowsAs } from '#platform/edge.ts'
import { wholeNumber } from '#platform/forms/fields.ts'
import { about } from '#platform/operations/define.ts'
import { EXTRACTORS, PURPOSE } from '../rules/access.ts'
import { DEFAULT_MAPPING_NAME } from '../rules/default-mapping.ts'
import { runLine } from './run-line.ts'

export const RUNS_A_PAGE = 50

export const listExtracts = query({
  name: 'extracts.list',
  summary: 'Which extracts came from the records system, and what came of them?',
  input: z.object({ page: wholeNumber('Page', { min: 1, max: 100_000 }).optional() }),
  output: z.object({
    page: z.int(),
    total: z.int(),
    runs: z.array(runLine),
    /** Extracts that are put together and were not imported yet. */
    open: z.array(
      z.object({ id: z.uuid(), mapping: z.string(), files: z.int(), begunAt: z.iso.datetime(), by: z.string() }),
    ),
    /** The one that is always there first. */
    mappings: z.array(z.object({ name: z.string(), version: z.int() })),
    recordsSystem: z.string().nullable(),
    underWay: z.array(z.object({ id: z.string(), title: z.string(), state: z.string() })),
  }),
  access: EXTRACTORS,
  purpose: PURPOSE,
  audit: { event: 'extracts.listed', subjects: about.nobody },
  async run(tx, input) {
    const page = input.page ?? 1
    const runs = rowsAs<z.output<typeof runLine> & { readonly at: Date; readonly total: number }>(
      await tx.client.query(RUNS, [RUNS_A_PAGE, (page - 1) * RUNS_A_PAGE]),
    )
    const around = rowsAs<Around>(await tx.client.query(AROUND))[0]
    return {
      page,
      total: around?.total ?? 0,
      runs: runs.map((run) => ({ ...run, at: run.at.toISOString() })),
      open: (around?.open ?? []).map((one) => ({ ...one, begunAt: new Date(one.begunAt).toISOString() })),
      mappings: [{ name: DEFAULT_MAPPING_NAME, version: 0 }, ...(around?.mappings ?? [])],
      recordsSystem: around?.recordsSystem ?? null,
      underWay: [...(around?.underWay ?? [])],
    }
  },
})

interface Around {
  readonly total: number
  readonly open: readonly { id: string; mapping: string; files: number; begunAt: string; by: string }[]
  readonly mappings: readonly { name: string; version: number }[]
  readonly recordsSystem: string | null
  readonly underWay: readonly { id: string; title: string; state: string }[]
}

const RUNS = `
  SELECT r.id, r.mapping_name AS mapping, r.mapping_version AS version, r.dry_run AS "dryRun", r.loaded,
    (r.report->>'ok')::boolean AS ok, a.name AS by, r.run_at AS at,
    coalesce((SELECT sum((k->>'inFile')::integer) FROM jsonb_array_elements(r.report->'kinds') k), 0)::integer AS rows,
    coalesce((SELECT sum((k->>'rejected')::integer) FROM jsonb_array_elements(r.report->'kinds') k), 0)::integer AS rejected
  FROM extract_run r LEFT JOIN account a ON a.id = r.run_by ORDER BY r.run_at DESC, r.id LIMIT $1 OFFSET $2`

const AROUND = `
  SELECT (SELECT count(*)::integer FROM extract_run) AS total, (SELECT name FROM records_system) AS "recordsSystem",
    (SELECT coalesce(json_agg(x ORDER BY x."begunAt" DESC), '[]') FROM (
      SELECT e.id, e.mapping_name AS mapping, e.begun_at AS "begunAt", a.name AS by,
        (SELECT count(*) FROM extract_file f WHERE f.extract_id = e.id) AS files
      FROM extract e JOIN account a ON a.id = e.begun_by
      WHERE NOT EXISTS (SELECT FROM extract_run r WHERE r.extract_id = e.id AND r.loaded) ORDER BY e.begun_at DESC LIMIT 20) x) AS open,
    (SELECT coalesce(json_agg(m ORDER BY m.name), '[]') FROM (
      SELECT name, max(version) AS version FROM extract_mapping GROUP BY name) m) AS mappings,
    (SELECT coalesce(json_agg(json_build_object('id', j.id, 'title', j.title, 'state', j.state) ORDER BY j.asked_at), '[]')
      FROM job_run j WHERE j.kind = 'extract.import' AND j.state IN ('waiting', 'running')) AS "underWay"`
