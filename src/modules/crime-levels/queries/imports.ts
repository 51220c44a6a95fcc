import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { about } from '#platform/operations/define.ts'
import { wholeNumber } from '#platform/forms/fields.ts'
import { rowsAs } from '#platform/edge.ts'
import { findForce } from '#kernel/areas/reference/forces.ts'

export const IMPORTS_A_PAGE = 50

const importModel = z.object({
  id: z.uuid(),
  publisher: z.string(),
  publisherName: z.string(),
  file: z.string(),
  months: z.array(z.string()),
  rows: z.int(),
  crimes: z.int(),
  asb: z.int(),
  rejected: z.int(),
  withoutPlace: z.int(),
  /** Null where no outline of the force was loaded: unknown. */
  outsideForce: z.int().nullable(),
  namingAnotherForce: z.int(),
  alreadyPresent: z.int(),
  added: z.int(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
})

export type StreetImport = z.output<typeof importModel>

export const listStreetImports = query({
  name: 'street-imports.list',
  summary: 'Which street files were imported, and what was in them?',
  input: z.object({ page: wholeNumber('Page', { min: 1, max: 100_000 }).optional() }),
  output: z.object({
    publisher: z.string(),
    page: z.int(),
    total: z.int(),
    imports: z.array(importModel),
    /** Imports that still run or wait. */
    underWay: z.array(z.object({ id: z.string(), title: z.string(), state: z.string() })),
  }),
  access: { staff: ['analyst', 'administrator'] },
  purpose: 'crime analysis',
  audit: { event: 'street-imports.listed', subjects: about.nobody },
  async run(tx, input) {
    const page = input.page ?? 1
    const rows = rowsAs<ImportRow>(await tx.client.query(SQL, [IMPORTS_A_PAGE, (page - 1) * IMPORTS_A_PAGE]))
    const around = rowsAs<Around>(await tx.client.query(AROUND))[0]
    return {
      publisher: around?.publisher ?? '',
      page,
      total: around?.total ?? 0,
      imports: rows.map(({ at, ...row }) => ({
        ...row,
        at: at.toISOString(),
        publisherName: findForce(row.publisher)?.name ?? row.publisher,
      })),
      underWay: [...(around?.underWay ?? [])],
    }
  },
})

type ImportRow = Omit<StreetImport, 'at' | 'publisherName'> & { readonly at: Date }

interface Around {
  readonly publisher: string
  readonly total: number
  readonly underWay: readonly { readonly id: string; readonly title: string; readonly state: string }[]
}

const SQL = `
  SELECT i.id, i.publisher, i.file_name AS file, i.row_count AS rows, i.crimes, i.asb, i.rejected,
    (SELECT coalesce(json_agg(to_char(m, 'YYYY-MM') ORDER BY m), '[]') FROM unnest(i.months) m) AS months,
    i.without_place AS "withoutPlace", i.outside_force AS "outsideForce", i.naming_another_force AS "namingAnotherForce",
    i.already_present AS "alreadyPresent", i.added, a.name AS by, i.imported_at AS at
  FROM street_import i LEFT JOIN account a ON a.id = i.imported_by
  ORDER BY i.imported_at DESC, i.id LIMIT $1 OFFSET $2`

const AROUND = `
  SELECT (SELECT publisher FROM installation) AS publisher, (SELECT count(*) FROM street_import) AS total,
    (SELECT coalesce(json_agg(json_build_object('id', j.id, 'title', j.title, 'state', j.state) ORDER BY j.asked_at), '[]')
      FROM job_run j WHERE j.kind = 'street.import' AND j.state IN ('waiting', 'running')) AS "underWay"`
