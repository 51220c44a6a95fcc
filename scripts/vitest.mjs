// Runs vitest and adds up what passed and failed on a line of its own, for the gates.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './prepare.mjs'

/** Gives the exit code. Nothing counted is a failure: silence is not success. */
export async function runVitest(parameters, environment) {
  const folder = mkdtempSync(join(tmpdir(), 'frankpledge-test-'))
  const report = join(folder, 'report.json')
  const options = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  try {
    const vitest = spawn(
      process.execPath,
      [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...options, ...parameters],
      { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } },
    )
    const [status] = await once(vitest, 'exit')
    const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    const failed = status === 0 ? numFailedTests : Math.max(1, numFailedTests, numFailedTestSuites)
    if (numPendingTests > 0) console.log(`(${numPendingTests} skipped: each says why)`)
    console.log(`${numPassedTests} passed, ${failed} failed`)
    return numPassedTests === 0 ? 1 : (status ?? 1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
