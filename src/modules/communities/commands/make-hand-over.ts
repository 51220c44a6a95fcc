import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { notify } from '#kernel/notifications/notify.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { guardColumns, type Guards } from '#kernel/records/guards.ts'
import { receiverBy } from '#kernel/records/receiver.ts'
import { openRecord } from '#kernel/records/record.ts'
import { ableToSee } from '#kernel/records/rules/rec03-able-to-see.ts'
import { id, text } from '#platform/forms/fields.ts'
import { handOverHref } from '../addresses.ts'
import { getArea } from '../queries/area.ts'
import { packOf } from '../queries/pack-content.ts'
import { ownArea } from '../rules/eng01-own-area.ts'
import { forAnother, keptUntil } from '../rules/hov01-pack.ts'
import { WRITERS } from '../writers.ts'

/** One page for a successor, as the patch stands now. They read it wherever they are posted yet. */
export const makeHandOver = command({
  name: 'hand-over.make',
  summary: 'Make a hand-over pack of a patch for whoever has it after you',
  input: z.object({
    area: id('Area'),
    receiver: text('Their number', 40),
    note: text('What not to forget', 4000),
  }),
  output: z.object({ id: z.string(), receiver: z.string(), individuals: z.array(z.string()) }),
  access: { staff: WRITERS },
  purpose: 'neighbourhood policing',
  audit: {
    event: 'hand-over.made',
    subjects: (_input, { id: pack, receiver, individuals }) => [
      { kind: 'hand-over', id: pack },
      { kind: 'account', id: receiver },
      ...individuals.map((one) => ({ kind: 'key-individual', id: one })),
    ],
    detail: ({ area }) => ({ area }),
  },
  async run(tx, { area: wanted, receiver: typed, note }) {
    refuseOn(ownArea(tx.reader, wanted))
    const area = await getArea(tx, wanted)
    const receiver = await receiverBy(tx, typed, 'receiver')
    const guards: Guards = { area: area.id, unit: null, owner: receiver.id, marking: 'OFFICIAL', compartment: null }
    refuseOn(forAnother(receiver.id, tx.reader.account), ableToSee(receiver, guards))
    const content = await packOf(tx, area, note)
    const { id: pack } = await openRecord(tx, {
      kind: 'hand-over',
      title: `Hand-over of ${area.name}`,
      stage: 'made',
      words: '',
      guards,
    })
    await tx.db
      .insertInto('handover_pack')
      .values({
        id: pack,
        of_area: area.id,
        made_by: tx.reader.account ?? '',
        made_at: tx.now,
        keep_until: keptUntil(today(tx)),
        content: JSON.stringify(content),
        ...guardColumns(guards),
      })
      .execute()
    await notify(tx, {
      account: receiver.id,
      event: 'hand-over.made',
      subject: { kind: 'hand-over', id: pack },
      href: handOverHref(pack),
    })
    return { id: pack, receiver: receiver.id, individuals: content.individuals.map(({ id: one }) => one) }
  },
})
