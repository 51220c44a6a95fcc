import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { rowsAs } from '#platform/edge.ts'
import { about } from '#platform/operations/define.ts'
import { PURPOSE } from '../../commands/fields.ts'
import { SETTERS } from '../../writers.ts'

const settingLine = z.object({
  from: z.string(),
  page: z.boolean(),
  messages: z.boolean(),
  phone: z.string(),
  source: z.string(),
  setBy: z.string(),
})

export const showPageSetting = query({
  name: 'victim-page.settings',
  summary: 'From when victims may have a page of their own: each change, the latest first',
  input: z.object({}),
  output: z.object({ lines: z.array(settingLine).readonly() }),
  access: { staff: SETTERS },
  purpose: PURPOSE,
  audit: { event: 'victim-page.settings-shown', subjects: about.nobody },
  async run(tx) {
    const lines = rowsAs<z.output<typeof settingLine>>(
      await tx.client.query(
        `SELECT s.valid_from::text AS from, s.page, s.messages, s.phone, s.source, a.name AS "setBy"
        FROM victim_page_setting s JOIN account a ON a.id = s.set_by ORDER BY s.valid_from DESC`,
      ),
    )
    return { lines }
  },
})
