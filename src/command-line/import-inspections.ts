import { importInspectionCommand, importTrackerCommand } from '#modules/inspections/index.ts'
import { UsageError, type CliCommand, type CommandCall } from './command.ts'
import { withStore } from './with-server.ts'

const DRY_RUN = { 'dry-run': { type: 'boolean' } } as const

export const importInspection: CliCommand = {
  name: 'import inspection',
  summary: 'Read an inspection report and say what is in it; saving it needs a person',
  usage: '--dry-run FILE',
  options: DRY_RUN,
  more: [
    'FILE is the text of the report, from its title down: plain text in UTF-8.',
    'Nothing is saved: a person looks at what was read, under Effectiveness, Inspections.',
  ],
  run: (call) => importInspectionCommand(oneFile(call), call.options['dry-run'] === true),
}

export const importTracker: CliCommand = {
  name: 'import tracker',
  summary: 'Import a tracker of national recommendations, with each force’s copy and its dated history',
  usage: '[--dry-run] FILE',
  options: DRY_RUN,
  more: [
    'FILE is CSV with tracker_id, force, type, short_text, date, state_or_event; one line for each dated event.',
    'With one wrong row nothing is imported. The same file twice changes nothing.',
    '--dry-run     says what is wrong, and saves nothing',
  ],
  run: (call) => {
    const path = oneFile(call)
    return withStore(call, ({ store }) => importTrackerCommand(store, path, call.options['dry-run'] === true))
  },
}

function oneFile({ positionals }: CommandCall): string {
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new UsageError('Name one file.')
  return path
}
