import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import { keysOf } from '#platform/edge.ts'
import { PARTY_KIND_NAMES } from '#kernel/parties/words.ts'
import { PATTERN_KINDS } from '../patterns/pattern.ts'

export const CANDIDATE_STATES = {
  open: 'to be decided',
  accepted: 'worked on',
  rejected: 'rejected',
  merged: 'merged',
  gone: 'no longer there',
} as const

/** A pattern as its reader may see it: every number is of the rows that they may open. */
export const candidateView = z.object({
  id: z.uuid(),
  kind: z.enum(keysOf(PATTERN_KINDS)),
  category: z.string().nullable(),
  cell: z.string().nullable(),
  /** Where it is, in words. */
  place: z.string(),
  party: z.object({ id: z.int(), kind: z.enum(PARTY_KIND_NAMES), label: z.string() }).nullable(),
  area: z.int(),
  areaName: z.string(),
  firstOn: z.string(),
  lastOn: z.string(),
  rows: z.int(),
  expected: z.number().nullable(),
  q: z.number().nullable(),
  foundAt: z.iso.datetime(),
  state: z.enum(keysOf(CANDIDATE_STATES)),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  /** The plan that works on it, where the reader may open it. */
  plan: z.object({ id: z.string(), reference: z.string(), title: z.string() }).nullable(),
  mergedInto: z.string().nullable(),
  marking: z.enum(MARKINGS),
  version: z.int(),
})
export type CandidateView = z.output<typeof candidateView>
