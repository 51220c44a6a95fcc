import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the package: up from here, whether this runs from source or from the bundle. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('The package folder cannot be found: package.json is missing.')
    folder = above
  }
  return folder
}

export const packageRoot = packageFolder()
export const migrationsFolder = join(packageRoot, 'migrations')
export const assetsFolder = join(packageRoot, 'dist', 'assets')
