import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { about } from '#platform/operations/define.ts'
import { wholeNumber } from '#platform/forms/fields.ts'
import { CATEGORY_WORDS } from '#kernel/occurrences/crime-types.ts'
import { PLACE_PRECISION_WORDS, SOURCES } from '../rules/precision-words.ts'
import { keysOf } from '#platform/edge.ts'
import { loadedModelOf } from './asked.ts'
import { countIncidents, incidentsPage, publishedCount } from './incident-rows.ts'
import { incidentFilters, incidentsAsked } from './incidents-asked.ts'
import { areaKindText, loadedModel, shownModel } from './model.ts'

const incidentModel = z.object({
  id: z.int(),
  category: z.string().meta({ description: `One of ${keysOf(CATEGORY_WORDS).join(', ')}` }),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  precision: z.enum(['minute', 'hour', 'day', 'month']),
  month: z.string(),
  place: z.string(),
  placePrecision: z.enum(keysOf(PLACE_PRECISION_WORDS)),
  outcome: z.string().nullable(),
  source: z.enum(SOURCES),
  reference: z.string().nullable(),
})

export type IncidentModel = z.output<typeof incidentModel>

export const listIncidents = query({
  name: 'incidents.list',
  summary: 'List the crimes and incidents behind a number',
  input: z.object({ ...incidentFilters, page: wholeNumber('Page', { min: 1, max: 1_000_000 }).optional() }),
  output: z.object({
    loaded: loadedModel,
    shown: shownModel.nullable(),
    publisherName: z.string(),
    area: z.object({ id: z.int(), name: z.string() }).nullable(),
    elsewhere: areaKindText.nullable(),
    cell: z.string().nullable(),
    /** As it was counted, whoever looks; where no count was published, those that the reader may open. */
    counted: z.int(),
    /** How many this reader may open. */
    open: z.int(),
    page: z.int(),
    incidents: z.array(incidentModel),
  }),
  access: { staff: 'any' },
  purpose: 'crime analysis',
  audit: {
    event: 'incidents.listed',
    subjects: about.nobody,
    detail: ({ area, elsewhere, cell, page }, { shown, open }) => ({
      what: shown?.what,
      from: shown?.from,
      to: shown?.to,
      publisher: shown?.publisher,
      area,
      elsewhere,
      cell,
      page: page ?? 1,
      open,
    }),
  },
  async run(tx, input) {
    const { loaded, found, area, publisherName } = await incidentsAsked(tx, input)
    const page = input.page ?? 1
    const open = found === null ? 0 : await countIncidents(tx, found.wanted)
    const counted = found === null ? 0 : await publishedCount(tx, found.wanted)
    const incidents = found === null ? [] : await incidentsPage(tx, found.wanted, page)
    return {
      loaded: loadedModelOf(loaded),
      shown: found === null ? null : found.shown,
      publisherName,
      area: area === null ? null : { id: area.id, name: area.name },
      elsewhere: input.elsewhere,
      cell: input.cell,
      counted: counted ?? open,
      open,
      page,
      incidents: [...incidents],
    }
  },
})
