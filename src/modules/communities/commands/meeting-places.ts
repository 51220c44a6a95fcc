import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { sameVersion, version } from '#kernel/organisation/versions.ts'
import { choice, choices, id, optionalText, text } from '#platform/forms/fields.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { getArea } from '../queries/area.ts'
import { getPlace, PLACE_KIND_NAMES, placeId } from '../queries/places.ts'
import { ownArea } from '../rules/eng01-own-area.ts'
import { GROUP_NAMES } from '../rules/lists.ts'
import { WRITERS } from '../writers.ts'

const output = z.object({ id: z.string(), area: z.int() })
const access = { staff: WRITERS } as const
const purpose = 'neighbourhood policing'
const subjects = (_input: unknown, { area }: z.output<typeof output>) => [{ kind: 'area', id: area }]

export const addPlace = command({
  name: 'meeting-place.add',
  summary: 'Add a group, or a place where people meet',
  input: z.object({
    area: id('Area'),
    kind: choice('What it is', PLACE_KIND_NAMES),
    name: text('Its name', 120),
    groups: choices('Whom one meets there', GROUP_NAMES),
    words: optionalText('When, and how to come', 1000),
  }),
  output,
  access,
  purpose,
  audit: { event: 'meeting-place.added', subjects, detail: ({ kind }, { id: place }) => ({ place, kind }) },
  async run(tx, input) {
    refuseOn(ownArea(tx.reader, input.area))
    const area = await getArea(tx, input.area)
    const place = randomUUID()
    await tx.db
      .insertInto('meeting_place')
      .values({
        id: place,
        area_id: area.id,
        kind: input.kind,
        name: input.name,
        groups: input.groups,
        words: input.words ?? '',
        added_by: tx.reader.account ?? '',
        added_at: tx.now,
      })
      .execute()
    return { id: place, area: area.id }
  },
})

export const endPlace = command({
  name: 'meeting-place.end',
  summary: 'Take a group or place off the list: it is not there any more',
  input: z.object({ id: placeId, version, reason: text('The reason', 300) }),
  output,
  access,
  purpose,
  audit: { event: 'meeting-place.ended', subjects, detail: ({ id: place }) => ({ place }) },
  async run(tx, { id: wanted, version: seen, reason }) {
    const place = await getPlace(tx, wanted, 'FOR UPDATE OF m')
    refuseOn(ownArea(tx.reader, place.area))
    sameVersion(place, seen)
    if (place.ended) throw new Invalid({ '': 'It is off the list already.' })
    await tx.db
      .updateTable('meeting_place')
      .set({ ended_at: tx.now, ended_reason: reason, version: place.version + 1 })
      .where('id', '=', wanted)
      .execute()
    return { id: wanted, area: place.area }
  },
})
