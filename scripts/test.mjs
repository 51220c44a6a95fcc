// `npm test`: everything, on the embedded PostgreSQL and a real browser. Arguments go to vitest: `npm test -- src/ui`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'

await prepare()
const { findOrInstallChromium } = await import('../test/setup/chromium.mjs')
const chromium = await findOrInstallChromium()
process.exit(runVitest(process.argv.slice(2), { CHROMIUM_PATH: chromium }))

/** Runs vitest; adds up what passed and failed on a line of its own. Gives the exit code. */
function runVitest(args, environment) {
  const folder = mkdtempSync(join(tmpdir(), 'frankpledge-test-'))
  const report = join(folder, 'report.json')
  try {
    const vitest = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...args,
      ],
      { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } },
    )
    const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    const failed = Math.max(numFailedTests, vitest.status === 0 ? 0 : Math.max(1, numFailedTests, numFailedTestSuites))
    if (numPendingTests > 0) console.log(`(${numPendingTests} skipped: each says why)`)
    console.log(`${numPassedTests} passed, ${failed} failed`)
    if (numPassedTests === 0) return 1
    return vitest.status ?? 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
