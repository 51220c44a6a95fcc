// Serves sample pages of src/ui to look at: node scripts/gallery.mjs [port]
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { buildAssets } from './build-assets.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const out = join(root, 'dist/gallery')
const server = join(out, 'server.mjs')

await buildAssets(join(out, 'assets'))
await build({
  entryPoints: [join(root, 'src/ui/gallery/server.ts')],
  outfile: server,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
})
const { startGallery } = await import(server)
const gallery = await startGallery(join(out, 'assets'), Number(process.argv[2] ?? 3030))
for (const path of gallery.paths) console.log(gallery.address + path)
