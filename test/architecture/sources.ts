import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

export interface Source {
  /** From the root of the repository: `src/ui/assets.ts`. */
  readonly path: string
  readonly text: string
  /** Files of ours that it imports, from the root; and packages by name. */
  readonly imports: readonly string[]
  readonly packages: readonly string[]
}

const IMPORT = /(?:^|[;\s])(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

/** Every TypeScript file below a folder of the repository, with what it imports (types too). */
export function sourcesIn(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readSource(join(folder, name)))
}

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const names = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '')
  return {
    path,
    text,
    imports: names.filter((name) => /^[.#]/.test(name)).map((name) => resolveImport(path, name)),
    packages: names.filter((name) => !/^[.#]/.test(name)),
  }
}

function resolveImport(from: string, name: string): string {
  if (name.startsWith('#')) return `src/${name.slice(1)}`
  return relative(root, resolve(root, dirname(from), name))
}
