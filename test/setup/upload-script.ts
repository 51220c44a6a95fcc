import { setTimeout as sleep } from 'node:timers/promises'
import { createFolderFileStore } from '#platform/files/folder-file-store.ts'

// Stores a file that never ends in the folder named on the command line; says so once the first megabytes are written.
const [folder = ''] = process.argv.slice(2)

async function* endless(): AsyncGenerator<Uint8Array> {
  for (let megabyte = 0; ; megabyte += 1) {
    if (megabyte === 4) process.stdout.write('half way\n')
    if (megabyte >= 4) await sleep(1_000)
    yield Buffer.alloc(1_048_576, 'x')
  }
}

await createFolderFileStore({ folder }).put(endless())
