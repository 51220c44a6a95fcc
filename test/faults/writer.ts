import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { pick } from '#calculations/random/choices.ts'
import type { Random } from '#calculations/random/random.ts'
import type { LedgerAgency, LedgerDraft } from './ledger.ts'
import { sendUntilDone, type Act, type Sender } from './send.ts'

const added = z.object({ id: z.int() })
const saved = z.object({ savedAt: z.string() })

/**
 * Works as a person does, until told to stop: adds agencies, changes them, keeps drafts, and now and then sends the same
 * act twice, at once or again later. Nothing of it is shared with another writer.
 */
export async function write(sender: Sender, name: string, random: Random): Promise<void> {
  const draft: LedgerDraft = {
    account: sender.who.account,
    key: `/administration/agencies/new?writer=${name}`,
    acknowledged: 0,
    sent: 0,
  }
  sender.ledger.drafts.push(draft)
  const own: { readonly agency: LedgerAgency; readonly act: Act }[] = []
  for (let count = 1; !sender.stop.aborted; count++) {
    const chance = random.next()
    if (own.length === 0 || chance < 0.4) {
      const made = await addAgency(sender, `${name}-${count}`, random)
      if (made !== null) own.push(made)
    } else if (chance < 0.65) await change(sender, pick(random, own).agency, `${name}-${count}`)
    else if (chance < 0.75) await sendAgain(sender, pick(random, own))
    else await keepDraft(sender, draft)
    await sleep(2 + random.next() * 8)
  }
}

async function addAgency(sender: Sender, name: string, random: Random) {
  const { ledger } = sender
  const input = { name, kind: 'voluntary', validFrom: '2020-04-01' }
  const act = { path: '/api/agency/add', key: `add-${name}`, input }
  ledger.begun.add(name)
  // A double click: the same key, at the same moment.
  const twice = random.next() < 0.15
  const answers = await Promise.all(Array.from({ length: twice ? 2 : 1 }, () => sendUntilDone(sender, act)))
  const ids = answers.filter((answer) => answer !== null).map((answer) => added.parse(answer).id)
  const id = ids[0]
  if (id === undefined) return null
  if (ids.some((other) => other !== id)) ledger.surprises.push(`${name} was added twice: ${ids.join(', ')}`)
  const agency: LedgerAgency = { name, id, version: 1, changing: false }
  ledger.agencies.push(agency)
  return { agency, act }
}

async function change(sender: Sender, agency: LedgerAgency, key: string): Promise<void> {
  if (agency.changing) return
  const input = {
    id: agency.id,
    version: agency.version,
    name: agency.name,
    kind: 'voluntary',
    validFrom: '2020-04-01',
  }
  agency.changing = true
  const answer = await sendUntilDone(sender, { path: '/api/agency/change', key: `change-${key}`, input })
  if (answer === null) return
  agency.version++
  agency.changing = false
}

/** The same act with the same key, long after it was done: gives what it gave then. */
async function sendAgain(sender: Sender, { agency, act }: { readonly agency: LedgerAgency; readonly act: Act }) {
  const answer = await sendUntilDone(sender, act)
  if (answer !== null && added.parse(answer).id !== agency.id)
    sender.ledger.surprises.push(`${agency.name} was added again`)
}

async function keepDraft(sender: Sender, draft: LedgerDraft): Promise<void> {
  draft.sent = draft.acknowledged + 1
  const input = { key: draft.key, fields: { name: String(draft.sent) } }
  const answer = await sendUntilDone(sender, { path: '/api/draft/save', input })
  if (answer === null) return
  saved.parse(answer)
  draft.acknowledged = draft.sent
}
