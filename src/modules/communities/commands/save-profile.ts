import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { id, optionalText, text, wholeNumber } from '#platform/forms/fields.ts'
import { Conflict } from '#platform/errors/errors.ts'
import { rowsAs } from '#platform/edge.ts'
import { oweReview } from '../duties/owed.ts'
import { getArea } from '../queries/area.ts'
import { ownArea } from '../rules/eng01-own-area.ts'
import { WRITERS } from '../writers.ts'

/** Writes an area's profile, or reviews it: what is saved as it stood counts as looked at again. */
export const saveProfile = command({
  name: 'community-profile.save',
  summary: 'Write or review what is known of an area',
  input: z.object({
    id: id('Area'),
    /** 0 where there was none yet. */
    version: wholeNumber('Version', { min: 0, max: 1_000_000 }),
    about: text('What the area is like', 4000),
    languages: optionalText('Languages', 500),
    worries: optionalText('Worries', 2000),
    dates: optionalText('Dates', 2000),
    remember: optionalText('What not to forget', 2000),
  }),
  output: z.object({ area: z.int() }),
  access: { staff: WRITERS },
  purpose: 'neighbourhood policing',
  audit: { event: 'community-profile.saved', subjects: ({ id: area }) => [{ kind: 'area', id: area }] },
  async run(tx, { id: wanted, version, ...words }) {
    refuseOn(ownArea(tx.reader, wanted))
    const area = await getArea(tx, wanted)
    const [stands] = rowsAs<{ version: number }>(
      await tx.client.query('SELECT version FROM community_profile WHERE area_id = $1 FOR UPDATE', [area.id]),
    )
    if ((stands?.version ?? 0) !== version)
      throw new Conflict(
        'Somebody else has saved this profile meanwhile. What you typed is below: look, and save again.',
      )
    const row = {
      about: words.about,
      languages: words.languages ?? '',
      worries: words.worries ?? '',
      dates: words.dates ?? '',
      remember: words.remember ?? '',
      reviewed_by: tx.reader.account ?? '',
      reviewed_at: tx.now,
      version: version + 1,
    }
    if (stands === undefined)
      await tx.db
        .insertInto('community_profile')
        .values({ area_id: area.id, ...row })
        .execute()
    else await tx.db.updateTable('community_profile').set(row).where('area_id', '=', area.id).execute()
    await oweReview(tx, area)
    return { area: area.id }
  },
})
