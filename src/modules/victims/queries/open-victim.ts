import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { readParts } from '#kernel/records/parts.ts'
import { recordId } from '#kernel/records/record.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { about } from '#platform/operations/define.ts'
import { PURPOSE } from '../commands/fields.ts'
import { readStaffPage } from '../own-page/queries/read-staff-page.ts'
import { REVIEWERS, WRITERS } from '../writers.ts'
import { readAssessments, readContacts, readDetail, readEvents, readOthers, readOwed } from './read-victim.ts'
import { readRights } from './read-rights.ts'
import { readSuggestions } from './read-suggestions.ts'
import { complaintView, reviewView } from './rights-model.ts'
import { eventView, victimPageModel, type VictimPageModel } from './victim-model.ts'

export const aboutModel = (id: string, { detail: { who, occurrence }, others }: VictimPageModel) => [
  { kind: 'victim', id },
  { kind: 'occurrence', id: occurrence },
  ...(who === null ? [] : [{ kind: 'party', id: who.id }]),
  ...others.map((other) => ({ kind: 'victim', id: other.id })),
]

export const openVictim = query({
  name: 'victim.open',
  summary: 'Open a victim: what is owed by time left, what must be said, contacts and what happened on the case',
  input: z.object({ id: recordId, after: z.uuid().nullish() }),
  output: victimPageModel,
  access: { staff: 'any' },
  purpose: PURPOSE,
  audit: { event: 'victim.opened', subjects: ({ id }, model) => aboutModel(id, model) },
  run: (tx, { id, after }) => readPage(tx, id, after ?? null),
})

export const victimForm = query({
  name: 'victim.form',
  summary: 'Begin an act on a victim: the victim as they stand',
  input: z.object({ id: recordId }),
  output: victimPageModel,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim.form-opened', subjects: ({ id }, model) => aboutModel(id, model) },
  run: (tx, { id }) => readPage(tx, id, null),
})

export const beginVictim = query({
  name: 'victim.begin',
  summary: 'Begin to add a victim of a crime',
  input: z.object({}),
  output: z.object({}),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim.begun', subjects: about.nobody },
  run: () => Promise.resolve({}),
})

export async function readPage(tx: Tx, id: string, after: string | null): Promise<VictimPageModel> {
  const parts = await readParts(tx, 'victim', id, after)
  const detail = await readDetail(tx, id)
  const owed = await readOwed(tx, id, detail)
  return {
    parts,
    detail,
    ...owed,
    rights: await readRights(tx, id, detail, owed.over),
    ...(await readContacts(tx, id)),
    events: [...(await readEvents(tx, id, detail.occurrence))],
    assessments: await readAssessments(tx, id),
    suggestions: await readSuggestions(tx, id, detail),
    ownPage: await readStaffPage(tx, id),
    others: await readOthers(tx, id, detail.occurrence),
  }
}

/** An event of a case that may be corrected or taken back, on the page of one of its victims. Throws NotFound. */
export const eventForm = query({
  name: 'case-event.form',
  summary: 'Begin to correct or take back something that was logged on a victim’s case',
  input: z.object({ id: recordId, event: z.uuid({ error: 'This is not the reference of something on a case' }) }),
  output: z.object({ page: victimPageModel, event: eventView }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'case-event.form-opened', subjects: ({ id }, { page }) => aboutModel(id, page) },
  async run(tx, { id, event }) {
    const page = await readPage(tx, id, null)
    const found = page.events.find((one) => one.id === event)
    if (found === undefined) throw new NotFound({ kind: 'victim', id })
    return { page, event: found }
  },
})

/** A review of a victim, on their page, for what is done next on it. Throws NotFound. */
export const reviewForm = query({
  name: 'victim-review.form',
  summary: 'Begin an act on a review that a victim asked for',
  input: z.object({ id: recordId, review: z.uuid({ error: 'This is not the reference of a review' }) }),
  output: z.object({ page: victimPageModel, review: reviewView }),
  access: { staff: REVIEWERS },
  purpose: PURPOSE,
  audit: { event: 'victim-review.form-opened', subjects: ({ id }, { page }) => aboutModel(id, page) },
  async run(tx, { id, review }) {
    const page = await readPage(tx, id, null)
    const found = page.rights.reviews.find((one) => one.id === review)
    if (found === undefined) throw new NotFound({ kind: 'victim', id })
    return { page, review: found }
  },
})

/** The same of a complaint. Throws NotFound. */
export const complaintForm = query({
  name: 'victim-complaint.form',
  summary: 'Begin to acknowledge or answer a complaint of a victim',
  input: z.object({ id: recordId, complaint: z.uuid({ error: 'This is not the reference of a complaint' }) }),
  output: z.object({ page: victimPageModel, complaint: complaintView }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim-complaint.form-opened', subjects: ({ id }, { page }) => aboutModel(id, page) },
  async run(tx, { id, complaint }) {
    const page = await readPage(tx, id, null)
    const found = page.rights.complaints.find((one) => one.id === complaint)
    if (found === undefined) throw new NotFound({ kind: 'victim', id })
    return { page, complaint: found }
  },
})
