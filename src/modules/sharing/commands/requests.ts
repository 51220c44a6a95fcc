import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { sameVersion, version } from '#kernel/organisation/versions.ts'
import { getRecord, recordId } from '#kernel/records/record.ts'
import { getGuards, type Guards } from '#kernel/records/guards.ts'
import { addEntry } from '#kernel/records/timeline.ts'
import { PURPOSE_NAMES, SHARED_KINDS, type Purpose, type SharedKind } from '#kernel/sharing/lists.ts'
import { onlyWhatIsShared } from '#kernel/sharing/rules/shr05-only-what-is-shared.ts'
import { isSharedWith } from '#kernel/sharing/shares.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Conflict } from '#platform/errors/errors.ts'
import { choice, id, text } from '#platform/forms/fields.ts'
import { meetAnswer, oweAnswer } from '../duties/owed.ts'
import { getPartnerShare } from '../queries/partner-shares.ts'
import { sharedKind } from '../queries/shared-kind.ts'
import { getRequest } from '../queries/requests.ts'
import { tellAsked, tellReplied } from '../tell.ts'
import { SHARE } from '../writers.ts'

const purpose = 'work with partners'
const asked = {
  question: text('The question', 2000),
  purpose: choice('The purpose', PURPOSE_NAMES),
}
const output = z.object({ id: z.string(), record: z.string(), kind: z.enum(SHARED_KINDS) })
const subjects = (_input: unknown, { id: one, kind, record }: z.output<typeof output>) => [
  { kind: 'information-request', id: one },
  { kind, id: record },
]

interface Asked {
  readonly record: string
  readonly kind: SharedKind
  readonly reference: string
  readonly agency: number
  readonly of: 'agency' | 'force'
  readonly question: string
  readonly purpose: Purpose
}

async function ask(tx: Tx, { record, kind, reference, agency, of, question, purpose: what }: Asked, guards: Guards) {
  const request = randomUUID()
  const due = await oweAnswer(tx, { id: request, record, reference, of }, guards)
  await tx.db
    .insertInto('information_request')
    .values({
      id: request,
      record_id: record,
      agency_id: agency,
      asked_of: of,
      question,
      purpose: what,
      asked_by: tx.reader.account ?? '',
      asked_at: tx.now,
      due_at: due,
    })
    .execute()
  const words = of === 'agency' ? `Asked a partner agency: ${question}` : `A partner agency asked: ${question}`
  await asService(tx, () => addEntry(tx, record, guards, { kind: 'contact', words }))
  await tellAsked(tx, { id: request, of, agency }, guards)
  return { id: request, record, kind }
}

export const askAgency = command({
  name: 'information.ask-agency',
  summary: 'Ask an agency for information on what is shared with it',
  input: z.object({ kind: sharedKind, id: recordId, agency: id('Agency'), ...asked }),
  output,
  access: { staff: SHARE },
  purpose,
  audit: { event: 'information.asked', subjects, detail: ({ agency }) => ({ agency, of: 'agency' }) },
  async run(tx, { id: wanted, ...input }) {
    const record = await getRecord(tx, input.kind, wanted)
    refuseOn(onlyWhatIsShared(await isSharedWith(tx, record.id, input.agency)))
    return ask(tx, { ...input, record: record.id, reference: record.reference, of: 'agency' }, record.guards)
  },
})

export const askForce = command({
  name: 'information.ask-force',
  summary: 'Ask the force for information on what it shares with you',
  input: z.object({ id: z.uuid(), ...asked }),
  output,
  access: { partner: ['partner'] },
  purpose,
  audit: { event: 'information.asked', subjects, detail: () => ({ of: 'force' }) },
  async run(tx, { id: wanted, ...input }) {
    const share = await getPartnerShare(tx, wanted)
    const guards = await asService(tx, () => getGuards(tx, share.record))
    const about = { record: share.record, kind: share.kind, reference: share.reference, agency: share.agency }
    return ask(tx, { ...input, ...about, of: 'force' }, guards)
  },
})

export const reply = command({
  name: 'information.reply',
  summary: 'Answer a question of the other side, or refuse to, with the reason',
  input: z.object({
    id: z.uuid(),
    version,
    verdict: choice('Whether you answer', ['answered', 'refused']),
    words: text('Your answer or reason', 4000),
  }),
  output,
  access: { staff: SHARE, partner: ['partner'] },
  purpose,
  audit: { event: 'information.replied', subjects, detail: ({ verdict }) => ({ verdict }) },
  async run(tx, { id: wanted, version: seen, verdict, words }) {
    const request = await getRequest(tx, wanted)
    const side = tx.reader.principal === 'partner' ? 'agency' : 'force'
    if (request.state !== 'open' || request.askedOf !== side)
      throw new Conflict('This waits for no reply of yours. Open it again to see what was said.')
    sameVersion(request, seen)
    const set = { state: verdict, reply: words, replied_at: tx.now, replied_by: tx.reader.account }
    const { numUpdatedRows } = await tx.db
      .updateTable('information_request')
      .set({ ...set, version: request.version + 1 })
      .where('id', '=', wanted)
      .where('version', '=', request.version)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows !== 1n) throw new Conflict('Somebody replied first. Open it again to see what was said.')
    const said = verdict === 'answered' ? 'Answered' : 'Refused, with the reason'
    await meetAnswer(tx, wanted, side, said)
    const guards = await asService(tx, () => getGuards(tx, request.record))
    const who = side === 'agency' ? request.agency.name : 'The force'
    const entry = `${who} ${verdict} “${request.question}”: ${words}`
    await asService(tx, () => addEntry(tx, request.record, guards, { kind: 'contact', words: entry }))
    await tellReplied(tx, { id: wanted, by: side, agency: request.agency.id }, guards)
    return { id: wanted, record: request.record, kind: request.kind }
  },
})
