import { migrateServer } from '../installation.ts'
import type { CliCommand } from './command.ts'
import { withServer } from './with-server.ts'

export const migrateCommand: CliCommand = {
  name: 'migrate',
  summary: 'Bring the database to this release, and make the partitions of the months ahead',
  usage: '',
  options: {},
  run: (call) =>
    withServer(call, async ({ server }) => {
      const report = await migrateServer(server, new Date())
      const words =
        report.applied.length === 0
          ? [`Nothing to apply: the database is at ${report.level}. The months ahead have their partitions.`]
          : report.applied.map((name) => `Applied ${name}`)
      return { json: { applied: report.applied, level: report.level }, words, exitCode: 0 }
    }),
}
