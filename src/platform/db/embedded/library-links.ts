import { mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'

/** `source` and `target` are paths inside the package, such as native/lib/libicuuc.so.60.2. */
const Links = z.array(z.object({ source: z.string(), target: z.string() }))

const readLinks = (native: string): z.infer<typeof Links> => {
  try {
    return Links.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

const findTarget = (link: string): string | undefined => {
  try {
    return readlinkSync(link)
  } catch {
    return undefined
  }
}

/**
 * Makes the library names that npm cannot carry (it drops symbolic links) in a folder of our own, since the package's
 * install script may not have been run and node_modules may be read-only. Answers that folder.
 */
export const linkLibraries = (native: string, dataFolder: string): string => {
  const folder = join(dataFolder, 'lib')
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  for (const { source, target } of readLinks(native)) {
    const file = join(native, 'lib', basename(source))
    const link = join(folder, basename(target))
    if (findTarget(link) === file) continue
    // Put in place by renaming, so that a server left running never meets a missing library.
    const draft = `${link}.${process.pid}`
    rmSync(draft, { force: true })
    symlinkSync(file, draft)
    renameSync(draft, link)
  }
  return folder
}
