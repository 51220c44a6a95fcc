import { z } from 'zod'
import type { Measures } from '#kernel/measures/registry.ts'
import { query } from '#kernel/operations.ts'
import { PAGE_SIZE, pageNumber } from '#kernel/organisation/paging.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { about } from '#platform/operations/define.ts'
import { keysOf } from '#platform/edge.ts'
import { COLOURS } from '../rules/fnd01-colour.ts'
import { countColours } from './list-findings.ts'
import { findingSummary } from './finding-model.ts'
import { findFindings } from './finding-rows.ts'

const inspectionModel = z.object({
  id: z.uuid(),
  force: z.string(),
  year: z.int(),
  pillar: z.string(),
  framework: z.string(),
  /** Of the pillar as a whole; null where the report gives none. */
  grade: z.string().nullable(),
  publishedOn: z.string().nullable(),
  importedAt: z.iso.datetime(),
  importedBy: z.string(),
  questions: z.int(),
})

type Row = Omit<z.output<typeof inspectionModel>, 'importedAt'> & { readonly importedAt: Date }

const COLUMNS = `i.id, i.force_name AS force, i.year, i.pillar, i.framework, i.grade, i.published_on::text AS "publishedOn",
  i.imported_at AS "importedAt", a.name AS "importedBy",
  (SELECT count(*) FROM inspection_question q WHERE q.inspection_id = i.id)::int AS questions`

const standing = z.record(z.enum(keysOf(COLOURS)), z.int())

export const listInspections = (measures: Measures) =>
  query({
    name: 'inspection.list',
    summary: 'List the inspections that were imported, the newest first',
    input: z.object({ page: pageNumber }),
    output: z.object({
      /** The counts are of what is in this reader's reach. */
      inspections: z.array(inspectionModel.extend({ findings: z.int(), standing })).readonly(),
      total: z.int(),
      page: z.int(),
    }),
    access: { staff: 'any' },
    purpose: 'inspection',
    audit: { event: 'inspection.listed', subjects: about.nobody, detail: ({ page }, { total }) => ({ page, total }) },
    async run(tx, { page }) {
      const rows = rowsAs<Row>(
        await tx.client.query(
          `SELECT ${COLUMNS} FROM inspection i JOIN account a ON a.id = i.imported_by
          ORDER BY i.year DESC, i.imported_at DESC, i.id LIMIT ${PAGE_SIZE} OFFSET $1`,
          [(page - 1) * PAGE_SIZE],
        ),
      )
      const [counted] = rowsAs<{ total: number }>(
        await tx.client.query('SELECT count(*)::int AS total FROM inspection'),
      )
      const findings = rows.length === 0 ? [] : await findFindings(tx, measures)
      return {
        inspections: rows.map(({ importedAt, ...row }) => {
          const own = findings.filter(({ inspection }) => inspection.id === row.id)
          return { ...row, importedAt: importedAt.toISOString(), findings: own.length, standing: countColours(own) }
        }),
        total: counted?.total ?? 0,
        page,
      }
    },
  })

const questionModel = z.object({
  number: z.int(),
  code: z.string().nullable(),
  title: z.string(),
  grade: z.string().nullable(),
  carriedOverFrom: z.int().nullable(),
  narrative: z.array(z.string()).readonly(),
})

export const openInspection = (measures: Measures) =>
  query({
    name: 'inspection.open',
    summary: 'Open an inspection: its questions with grades and narrative, and its findings in your reach',
    input: z.object({ id: z.uuid({ error: 'This is not the reference of an inspection' }) }),
    output: z.object({
      inspection: inspectionModel,
      copies: z.int(),
      questions: z.array(questionModel).readonly(),
      findings: z.array(findingSummary).readonly(),
    }),
    access: { staff: 'any' },
    purpose: 'inspection',
    audit: {
      event: 'inspection.opened',
      subjects: (_, { findings }) => findings.map(({ id }) => ({ kind: 'finding', id })),
      detail: ({ id }) => ({ inspection: id }),
    },
    async run(tx, { id }) {
      const [row] = rowsAs<Row & { readonly copies: number }>(
        await tx.client.query(
          `SELECT ${COLUMNS}, (SELECT count(*) FROM inspection_copy c WHERE c.inspection_id = i.id)::int AS copies
          FROM inspection i JOIN account a ON a.id = i.imported_by WHERE i.id = $1`,
          [id],
        ),
      )
      if (row === undefined) throw new NotFound({ kind: 'inspection', id })
      const questions = rowsAs<z.output<typeof questionModel>>(
        await tx.client.query(
          `SELECT number, code, title, grade, carried_over_from AS "carriedOverFrom", narrative
          FROM inspection_question WHERE inspection_id = $1 ORDER BY number`,
          [id],
        ),
      )
      const { copies, importedAt, ...rest } = row
      return {
        inspection: { ...rest, importedAt: importedAt.toISOString() },
        copies,
        questions,
        findings: await findFindings(tx, measures, { inspection: id }),
      }
    },
  })
