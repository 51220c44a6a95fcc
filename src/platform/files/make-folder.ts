import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { hasCode } from './has-code.ts'

/**
 * Makes a folder and those above it, where missing. Step by step rather than with mkdir's own `recursive`, which never
 * comes back where a file system answers that even the first step does not exist, as /proc does.
 *
 * @throws the file system's own error, at the first folder that cannot be made.
 */
export function makeFolder(path: string, mode = 0o755): void {
  if (existsSync(path)) return
  const above = dirname(path)
  if (above !== path) makeFolder(above, mode)
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  }
}
