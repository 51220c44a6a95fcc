import { z } from 'zod'
import { defineJob } from '#platform/jobs/define.ts'
import { placeLocations } from './place-locations.ts'

/** Asked for when outlines changed and somebody waits for a page, not for a command line. */
export const placeLocationsJob = defineJob({
  name: 'locations.place',
  input: z.object({}),
  as: 'system:locations',
  purpose: 'administration',
  retries: 3,
  expireAfter: 3_600,
  title: () => 'Placing every point in its areas again',
  run: async (context) => {
    const placed = await context.transaction(async (tx) => {
      const locations = await placeLocations(tx)
      const detail = { locations }
      return { value: locations, audit: [{ event: 'locations.placed', outcome: 'done', subjects: [], detail }] }
    })
    return { locations: placed }
  },
})
