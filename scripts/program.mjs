// Runs a program of the tests that is written in TypeScript: node scripts/program.mjs test/faults/faults.ts [arguments].
// Bundled first, as the product is; what it says on standard output is its own.
import { build } from 'esbuild'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare, root } from './prepare.mjs'

const [entry, ...parameters] = process.argv.slice(2)
if (entry === undefined) {
  console.error('Say which program: node scripts/program.mjs test/faults/faults.ts')
  process.exit(2)
}
await prepare({ quiet: true })
const outfile = join(root, '.cache', 'programs', `${basename(entry, '.ts')}.mjs`)
await build({
  absWorkingDir: root,
  entryPoints: [join(root, entry)],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'inline',
  logLevel: 'warning',
})
process.argv.splice(1, process.argv.length, outfile, ...parameters)
await import(pathToFileURL(outfile).href)
