import { figure, type Figure } from './figure.ts'
import { withMeasuredStore } from './measured-store.ts'
import { measureStreetImport } from './street-import.ts'

const REFERENCE = 'COPY and INSERT … SELECT by hand'

/** Street import against COPY into a staging table and INSERT ... SELECT by hand, of the same rows. */
export async function run(): Promise<Figure[]> {
  return withMeasuredStore('imports', async ({ store, owner, bytes }) => {
    const { rows, withoutAreas, withAreas } = await measureStreetImport(store, owner)
    const storeBytes = await bytes()
    const common = {
      part: 'imports',
      unit: 'rows/s',
      aim: { words: 'half or better', atLeast: 0.5 },
      rows,
      role: 'system:street-import, fp_service',
      storeBytes,
    }
    return [
      figure({
        ...common,
        name: 'Street import, no areas loaded',
        value: withoutAreas.ours,
        against: { reference: REFERENCE, value: withoutAreas.byHand },
        note: 'every row checked, identity, read model',
      }),
      figure({
        ...common,
        name: 'Street import, 2,100 areas loaded',
        value: withAreas.ours,
        against: { reference: REFERENCE, value: withAreas.byHand },
        note: 'the same, each point placed in its areas',
      }),
    ]
  })
}
