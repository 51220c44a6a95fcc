import { z } from 'zod'
import { covers } from '#kernel/areas/covers.ts'
import { query } from '#kernel/operations.ts'
import { readParts, recordParts } from '#kernel/records/parts.ts'
import { recordId } from '#kernel/records/record.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { ENGAGEMENT_KIND_NAMES } from '../rules/lists.ts'
import { WRITERS } from '../writers.ts'
import { areaHead, ownPatch, patches } from './area.ts'
import { engagementView, findEngagement } from './heard.ts'

export const openEngagement = query({
  name: 'engagement.open',
  summary: 'Open an engagement: what was heard from which groups, and what was answered',
  input: z.object({ id: recordId, after: z.uuid().nullish() }),
  output: recordParts.extend({ engagement: engagementView }),
  access: { staff: 'any' },
  purpose: 'neighbourhood policing',
  audit: { event: 'engagement.opened', subjects: (input) => [{ kind: 'engagement', id: input.id }] },
  async run(tx, { id, after }) {
    const engagement = await findEngagement(tx, id)
    if (engagement === undefined) throw new NotFound({ kind: 'engagement', id })
    return { engagement, ...(await readParts(tx, 'engagement', id, after ?? null)) }
  },
})

/** The form for one: my patch stands there already, and the kind where a link said it. */
export const engagementForm = query({
  name: 'engagement.form',
  summary: 'Begin to log an engagement: my patch, and the others that I cover',
  input: z.object({
    kind: z
      .union([z.enum(ENGAGEMENT_KIND_NAMES), z.string().transform(() => null)])
      .nullish()
      .transform((value) => value ?? null),
    area: z
      .union([z.string().regex(/^[1-9]\d{0,14}$/), z.string().transform(() => null)])
      .nullish()
      .transform((value) => (value === null || value === undefined ? null : Number(value))),
  }),
  output: z.object({
    kind: z.enum(ENGAGEMENT_KIND_NAMES).nullable(),
    area: z.int().nullable(),
    choices: z.array(areaHead),
  }),
  access: { staff: WRITERS },
  purpose: 'neighbourhood policing',
  audit: { event: 'engagement.form-opened', subjects: () => [] },
  async run(tx, { kind, area }) {
    const own = await ownPatch(tx)
    const covered = (await patches(tx)).filter(({ id }) => covers(tx.reader, id))
    const choices = own === null || covered.some(({ id }) => id === own.id) ? covered : [own, ...covered]
    const asked = choices.find(({ id }) => id === area)
    return { kind, area: asked?.id ?? own?.id ?? null, choices: [...choices] }
  },
})
