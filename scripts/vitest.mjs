// Runs vitest and adds up what passed and failed on a line of its own, for the gates.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
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
    const { numPassedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const failures = testResults.flatMap(failuresOf)
    const failed = status === 0 ? failures.length : Math.max(1, failures.length)
    if (numPendingTests > 0) console.log(`(${numPendingTests} skipped: each says why)`)
    for (const failure of failures) console.log(`FAILED ${failure}`)
    console.log(`${numPassedTests} passed, ${failed} failed`)
    return numPassedTests === 0 ? 1 : (status ?? 1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What failed in a file, a line each: its tests, or the file itself where none of them came to run. */
function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(root, name)
  const tests = assertionResults
    .filter((test) => test.status === 'failed')
    .map(({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0])}`)
  return status === 'failed' && tests.length === 0 ? [`${file}: ${firstLine(message)}`] : tests
}

function firstLine(text = '') {
  return text.split('\n')[0]
}
