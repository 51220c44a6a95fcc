// Bundles the server and builds the assets into dist/.
import { build as esbuild } from 'esbuild'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildAssets } from './build-assets.mjs'
import { root } from './prepare.mjs'

export async function build() {
  await Promise.all([
    esbuild({
      absWorkingDir: root,
      entryPoints: {
        cli: 'src/cli.ts',
        'job-thread': 'src/job-thread.ts',
        'link-thread': 'src/kernel/parties/matching/link-thread.ts',
      },
      outdir: 'dist',
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      packages: 'external',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcemap: true,
      logLevel: 'warning',
    }),
    buildAssets(join(root, 'dist', 'assets')),
  ])
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build()
