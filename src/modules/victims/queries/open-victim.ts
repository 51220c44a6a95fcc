import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { readParts } from '#kernel/records/parts.ts'
import { recordId } from '#kernel/records/record.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { about } from '#platform/operations/define.ts'
import { PURPOSE } from '../commands/fields.ts'
import { WRITERS } from '../writers.ts'
import { readAssessments, readContacts, readDetail, readEvents, readOthers, readOwed } from './read-victim.ts'
import { eventView, victimPageModel, type VictimPageModel } from './victim-model.ts'

const aboutModel = (id: string, { detail: { who, occurrence }, others }: VictimPageModel) => [
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

async function readPage(tx: Tx, id: string, after: string | null): Promise<VictimPageModel> {
  const parts = await readParts(tx, 'victim', id, after)
  const detail = await readDetail(tx, id)
  return {
    parts,
    detail,
    ...(await readOwed(tx, id, detail)),
    ...(await readContacts(tx, id)),
    events: [...(await readEvents(tx, id, detail.occurrence))],
    assessments: await readAssessments(tx, id),
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
