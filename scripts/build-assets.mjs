// Builds what browsers fetch: style sheets, fonts, pictures and islands, each under a name that carries its content, and
// manifest.json from logical name to that name. Run by itself: node scripts/build-assets.mjs [folder].
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compile } from 'sass'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const ui = join(root, 'src/ui')
const require = createRequire(import.meta.url)

/** Where the files that style sheets name are found: `fonts/x.woff2` and `images/x.svg`. */
const sources = {
  fonts: ['next', 'mono'].map((face) =>
    join(dirname(require.resolve(`@fontsource-variable/atkinson-hyperlegible-${face}/package.json`)), 'files'),
  ),
  images: [
    join(ui, 'images'),
    join(dirname(require.resolve('@ministryofjustice/frontend/package.json')), 'moj/assets/images'),
    join(dirname(require.resolve('govuk-frontend/package.json')), 'dist/govuk/assets/images'),
  ],
}

/**
 * Builds all assets into a folder, emptied first.
 * @param {string} outDir
 * @returns {Promise<Record<string, string>>} the manifest
 */
export async function buildAssets(outDir) {
  await rm(outDir, { recursive: true, force: true })
  await mkdir(outDir, { recursive: true })
  const parts = await Promise.all([
    buildStyles(outDir),
    buildIslands(outDir),
    copyMapWorker(outDir),
    buildImages(outDir),
  ])
  const manifest = Object.fromEntries(
    parts.flatMap((part) => Object.entries(part)).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
  await writeFile(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

async function buildStyles(outDir) {
  const manifest = {}
  for (const name of ['staff', 'public']) {
    const { css } = compile(join(ui, 'styles', `${name}.scss`), {
      loadPaths: [root],
      style: 'compressed',
      quietDeps: true,
      logger: { warn },
    })
    manifest[`${name}.css`] = await write(outDir, `${name}.css`, await withFiles(css, outDir, manifest))
  }
  return manifest
}

/** Warnings of our own sheets count; one that MoJ Frontend calls forth from GOV.UK Frontend is not ours to mend. */
function warn(message, { span }) {
  if (!message.includes('`govuk-text-colour` mixin is deprecated')) throw new Error(`${message} ${span?.url ?? ''}`)
}

/** Copies each file that the style sheet names and names it as it was written; one that is nowhere is an error. */
async function withFiles(css, outDir, manifest) {
  let out = css
  const named = new Set([...css.matchAll(/url\(["']?((?:fonts|images)\/[^"')]+)["']?\)/g)].map((match) => match[1]))
  for (const path of named) {
    const [kind, file] = path.split('/')
    manifest[file] ??= await write(outDir, file, await readFirst(sources[kind], file))
    out = out.replaceAll(new RegExp(`url\\(["']?${path.replaceAll('.', '\\.')}["']?\\)`, 'g'), `url(${manifest[file]})`)
  }
  return out
}

async function readFirst(folders, file) {
  for (const folder of folders) {
    try {
      return await readFile(join(folder, file))
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
    }
  }
  throw new Error(`A style sheet names ${file}, which is in none of ${folders.join(', ')}`)
}

async function buildIslands(outDir) {
  const folder = join(ui, 'islands')
  const islands = (await readdir(folder)).filter((name) => /^[a-z-]+\.ts$/.test(name))
  const { metafile } = await build({
    entryPoints: islands.map((name) => join(folder, name)),
    outdir: outDir,
    entryNames: '[name]-[hash]',
    chunkNames: 'shared-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: ['chrome111', 'firefox114', 'safari16.4'],
    metafile: true,
    logLevel: 'warning',
    absWorkingDir: root,
    legalComments: 'none',
  })
  const manifest = {}
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (!output.entryPoint) continue
    manifest[`${basename(output.entryPoint, '.ts')}${extname(path)}`] = basename(path)
    // An island that brings a style sheet of its own (a map) has it beside the script, under the same name.
    if (output.cssBundle) manifest[`${basename(output.entryPoint, '.ts')}.css`] = basename(output.cssBundle)
  }
  return manifest
}

/** The worker of the moving maps: a file of our own, since the policy of our pages lets no script make one. */
async function copyMapWorker(outDir) {
  const worker = await readFile(
    join(dirname(require.resolve('maplibre-gl/package.json')), 'dist/maplibre-gl-worker.mjs'),
  )
  return { 'map-worker.js': await write(outDir, 'map-worker.js', worker) }
}

async function buildImages(outDir) {
  return { 'icon.svg': await write(outDir, 'icon.svg', await readFile(join(ui, 'images/icon.svg'))) }
}

async function write(outDir, name, content) {
  const hash = createHash('sha256').update(content).digest('base64url').replaceAll(/[-_]/g, '').slice(0, 8)
  const extension = extname(name)
  const hashed = `${basename(name, extension)}-${hash}${extension}`
  await writeFile(join(outDir, hashed), content)
  return hashed
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now()
  const outDir = process.argv[2] ?? join(root, 'dist/assets')
  const manifest = await buildAssets(outDir)
  console.log(`${Object.keys(manifest).length} assets in ${outDir}, ${Math.round(performance.now() - started)} ms`)
}
