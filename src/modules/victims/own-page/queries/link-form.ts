import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { recordId } from '#kernel/records/record.ts'
import { PURPOSE } from '../../commands/fields.ts'
import { aboutModel, readPage } from '../../queries/open-victim.ts'
import { victimPageModel } from '../../queries/victim-model.ts'
import { WRITERS } from '../../writers.ts'

/** Opens the form for a link to a victim’s own page: whether there may be one, and why not. */
export const linkForm = query({
  name: 'victim-page.link-form',
  summary: 'Begin to make a link to a victim’s own page',
  input: z.object({ id: recordId }),
  output: victimPageModel,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim-page.link-form-opened', subjects: ({ id }, model) => aboutModel(id, model) },
  run: (tx, { id }) => readPage(tx, id, null),
})
