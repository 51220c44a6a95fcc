import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Where the built style sheets, scripts and fonts are. */
export interface Assets {
  /** The address of an asset by its logical name, such as "staff.css" or "page.js". Throws Error for a name not built. */
  url(name: string): string
}

const Manifest = z.record(z.string(), z.string())

/**
 * The assets that `scripts/build-assets.mjs` wrote to a folder, served under a prefix ("/assets/"). Reads the manifest
 * once; throws if it is missing or is not one.
 */
export function loadAssets(folder: string, prefix = '/assets/'): Assets {
  const manifest = new Map(
    Object.entries(Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))),
  )
  return {
    url(name) {
      const path = manifest.get(name)
      if (path === undefined)
        throw new Error(`No asset "${name}" was built; built are ${[...manifest.keys()].join(', ')}`)
      return prefix + path
    },
  }
}
