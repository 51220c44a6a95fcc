import { findInstallation } from '#kernel/installation.ts'
import { databaseChecks } from '../doctor/database-checks.ts'
import { surroundingsChecks } from '../doctor/surroundings-checks.ts'
import { workChecks } from '../doctor/work-checks.ts'
import type { CliCommand } from './command.ts'
import { withStore } from './with-server.ts'

const MARKS = { well: 'well   ', wrong: 'WRONG  ', unknown: 'UNKNOWN' } as const

/** `doctor`: what is wrong with this installation, in words; exit code 1 when anything is. */
export const doctorCommand: CliCommand = {
  name: 'doctor',
  summary: 'Say what is wrong with this installation, and what to do',
  usage: '',
  options: {},
  run: (call) =>
    withStore(call, async ({ store }) => {
      // By what the database says: this command is run beside a demonstration, whose settings it was not given.
      const demonstration = await findInstallation(store).then(
        (installation) => installation?.demonstration ?? call.settings.demo,
        () => call.settings.demo,
      )
      const findings = [
        ...(await surroundingsChecks(call.settings, demonstration)),
        ...(await databaseChecks(store, call.settings.demo)),
        ...(await workChecks(store)),
      ]
      const bad = findings.filter((finding) => finding.state !== 'well')
      const summary = bad.length === 0 ? 'All is well.' : `${bad.length} of ${findings.length} need somebody.`
      return {
        json: { well: bad.length === 0, findings },
        words: [...findings.map(({ check, state, words }) => `${MARKS[state]}  ${check}: ${words}`), summary],
        exitCode: bad.length === 0 ? 0 : 1,
      }
    }),
}
