import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { canReach, chooseRunAs } from './run-as.ts'

const nearestExisting = (folder: string): string => (existsSync(folder) ? folder : nearestExisting(dirname(folder)))

/**
 * The data folder where none was named: `preferred`, unless root starts the server (which then runs as nobody) from a place
 * that only root can reach, such as a clone in /root. Then it is one below /var/lib, the same for the same `preferred`.
 */
export const chooseDefaultDataFolder = (preferred: string, elsewhere = '/var/lib/frankpledge'): string => {
  const folder = resolve(preferred)
  const runAs = chooseRunAs(join(folder, 'not-made-yet'))
  if (runAs === undefined || canReach(runAs, nearestExisting(folder))) return folder
  return join(elsewhere, createHash('sha256').update(folder).digest('hex').slice(0, 8))
}
