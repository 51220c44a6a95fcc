import { z } from 'zod'
import { dutyLine } from '#kernel/duties/lines.ts'
import { PARTY_KIND_NAMES } from '#kernel/parties/words.ts'
import { recordParts } from '#kernel/records/parts.ts'
import { CASE_EVENTS } from '#kernel/victims-code/events.ts'
import { CRIME_FLAGS, UPDATE_DAYS } from '#kernel/victims-code/facts.ts'
import { STANDINGS } from '#kernel/victims-code/victim-rule.ts'
import { keysOf } from '#platform/edge.ts'
import { staffOwnPage } from '../own-page/queries/staff-model.ts'
import { RESULTS, WAYS } from '../rules/contact-results.ts'
import { rightsUsed } from './rights-model.ts'

const instant = z.iso.datetime().nullable()

/** Something that is owed, with what must be said for it. */
export const owedView = dutyLine.extend({
  /** What is owed, without the name of the record. */
  what: z.string(),
  /** Public code of the rule: `VC09`. */
  code: z.string(),
  /** Whether a contact that tells it meets it. */
  byContact: z.boolean(),
  say: z.array(z.string()).readonly(),
})
export type OwedView = z.output<typeof owedView>

export const contactView = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  by: z.string(),
  way: z.enum(keysOf(WAYS)),
  result: z.enum(keysOf(RESULTS)),
  words: z.string(),
  met: z.int(),
})
export type ContactView = z.output<typeof contactView>

export const eventView = z.object({
  id: z.uuid(),
  kind: z.enum(keysOf(CASE_EVENTS)),
  happenedAt: z.iso.datetime(),
  receivedAt: z.iso.datetime(),
  source: z.enum(['extract', 'hand', 'import']),
  details: z.string().nullable(),
  by: z.string().nullable(),
  correctedReason: z.string().nullable(),
  voidedAt: instant,
  voidedReason: z.string().nullable(),
  version: z.int(),
})
export type EventView = z.output<typeof eventView>

/** What a victim has beyond their record. */
export const victimDetail = z.object({
  occurrence: z.int(),
  number: z.string().nullable(),
  standing: z.enum(keysOf(STANDINGS)),
  /** Who, where the reader may open them. */
  who: z.object({ id: z.int(), kind: z.enum(PARTY_KIND_NAMES), label: z.string() }).nullable(),
  /** The name of somebody who is not on record. */
  name: z.string().nullable(),
  code: z.enum(['2015', '2020']).nullable(),
  reportedAt: z.iso.datetime(),
  reasons: z.array(z.string()),
  enhancedSince: instant,
  assessedAt: instant,
  flags: z.array(z.enum(keysOf(CRIME_FLAGS))),
  lossOrInjury: z.boolean(),
  objectsToReferral: z.boolean(),
  way: z.enum(keysOf(WAYS)).nullable(),
  times: z.string().nullable(),
  language: z.string().nullable(),
  notToTell: z.string().nullable(),
  updateEvery: z.literal([...UPDATE_DAYS]),
  updatesDeclinedAt: instant,
  noSafeContactSince: instant,
  noSafeContactReason: z.string().nullable(),
  toldAt: instant,
})
export type VictimDetail = z.output<typeof victimDetail>

/** A reason for enhanced rights that something points to: `E1:sexual`, its words, and what does. */
const suggestionView = z.object({
  reason: z.string(),
  words: z.string(),
  why: z.string(),
  mark: z.enum(['seen', 'unverified', 'default']),
})

const assessmentView = z.object({
  id: z.uuid(),
  madeAt: z.iso.datetime(),
  by: z.string(),
  reasons: z.array(z.string()),
  needs: z.string(),
})

export const victimPageModel = z.object({
  parts: recordParts,
  detail: victimDetail,
  /** Open, by time left. */
  owed: z.array(owedView),
  /** Over: met, waived, cancelled; the latest first. */
  over: z.array(owedView),
  contacts: z.array(contactView),
  /** How often they were tried since they were last told, and what is next: "Tried twice on one day: try again". */
  attempts: z.string(),
  events: z.array(eventView),
  assessments: z.array(assessmentView),
  /** Reasons that nobody has found yet, and that something points to. */
  suggestions: z.array(suggestionView),
  rights: rightsUsed,
  ownPage: staffOwnPage,
  /** Other victims of the same crime whom the reader may open. */
  others: z.array(z.object({ id: z.uuid(), name: z.string(), standing: z.enum(keysOf(STANDINGS)) })),
})
export type VictimPageModel = z.output<typeof victimPageModel>
