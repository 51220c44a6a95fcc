import { readFileSync, writeFileSync } from 'node:fs'
import { prepareInstallation } from '../service/installation.ts'
import { findFreePort, startService } from '../service/service.ts'
import { figure, median, type Figure } from './figure.ts'
import { fillWithPeople, PEOPLE } from './force-of-people.ts'

const ROUNDS = 5
/** What a person waits for after the first time, in the promise of the README. */
const PROMISED_MS = 10_000

/** From the start of the process to `/health` 200: with the database to start too, and with one left running by a kill. */
export async function run(): Promise<Figure[]> {
  const installation = await prepareInstallation({ name: 'start-up', personas: [], fill: fillWithPeople })
  const { dataFolder } = installation
  const start = async (end: 'stop' | 'kill', prepare: () => void): Promise<number> => {
    prepare()
    const service = startService({ dataFolder, port: await findFreePort() })
    const milliseconds = await service.ready()
    await service[end]()
    return milliseconds
  }
  try {
    const dropped = dropCaches()
    const cold: number[] = []
    const warm: number[] = []
    const adopted: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      cold.push(await start('stop', () => void dropCaches()))
      warm.push(await start('kill', () => undefined))
      adopted.push(await start('stop', () => undefined))
    }
    const common = {
      part: 'start-up',
      unit: 'ms',
      aim: { words: 'under ten seconds', atMost: PROMISED_MS },
      rows: PEOPLE,
      role: 'none',
      storeBytes: null,
    }
    const cache = dropped
      ? 'the machine’s file cache dropped first'
      : 'the machine’s file cache could not be dropped here'
    return [
      figure({ ...common, name: 'Start, cold', value: median(cold), note: `database stopped, ${cache}` }),
      figure({ ...common, name: 'Start, warm', value: median(warm), note: 'database stopped, files in the cache' }),
      figure({
        ...common,
        name: 'Start after a kill',
        value: median(adopted),
        note: 'database left running, taken over',
      }),
    ]
  } finally {
    await installation.remove()
  }
}

/** Makes the machine forget the files it has read; whether it could. */
function dropCaches(): boolean {
  try {
    writeFileSync('/proc/sys/vm/drop_caches', '3')
    return readFileSync('/proc/sys/vm/drop_caches', 'utf8') !== ''
  } catch {
    return false
  }
}
