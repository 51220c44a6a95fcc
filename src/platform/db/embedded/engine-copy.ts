import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const programs = ['initdb', 'pg_ctl', 'postgres']

/** Whether all three programs may be run by every user. */
export const isRunnable = (native: string): boolean =>
  programs.every((name) => (statSync(join(native, 'bin', name)).mode & 0o111) === 0o111)

/**
 * Copies the engine (60 MB) into the data folder, once a version,
 * and answers where it is; earlier versions go. It arrives by a rename, so that
 * a copy cut short is never run.
 */
export const copyEngine = (native: string, dataFolder: string, version: string): string => {
  const folder = join(dataFolder, 'engine')
  const engine = join(folder, version)
  if (existsSync(engine)) return engine
  const draft = `${engine}.${process.pid}`
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  cpSync(native, draft, { recursive: true, dereference: true })
  for (const name of programs) chmodSync(join(draft, 'bin', name), 0o755)
  for (const older of readdirSync(folder)) {
    if (join(folder, older) !== draft) rmSync(join(folder, older), { recursive: true, force: true })
  }
  try {
    renameSync(draft, engine)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return engine
}
