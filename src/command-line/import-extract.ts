import { importExtractCommand } from '#modules/records-extract/index.ts'
import { UsageError, type CliCommand } from './command.ts'
import { withStore } from './with-server.ts'

export const importExtract: CliCommand = {
  name: 'import extract',
  summary: 'Import an extract of the records system: crimes, people, places, and what ties them',
  usage: '--mapping NAME|FILE.json [--dry-run] [--keep-good] [--whole] [--errors FOLDER] FILE...',
  options: {
    mapping: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'keep-good': { type: 'boolean' },
    whole: { type: 'boolean' },
    errors: { type: 'string' },
  },
  more: [
    '--mapping     a kept mapping by its name, or a file that holds one and is kept under its own name;',
    '              “frankpledge” is always there: docs/domain/records-extract.md has its files',
    '--dry-run     says what would become of every row, and changes nothing',
    '--keep-good   loads the good rows of files that have bad ones; otherwise one bad row and nothing is loaded',
    '--whole       the extract is all that the records system has: says what is no longer in it',
    '--errors      folder for the files of rejected rows; beside each file if left out',
    'All files of the extract go together: rows name one another by their numbers. The same extract twice changes nothing.',
  ],
  run(call) {
    const { mapping, errors } = call.options
    if (typeof mapping !== 'string') throw new UsageError('Say how its columns are to be read: --mapping frankpledge')
    if (call.positionals.length === 0) throw new UsageError('Name at least one file.')
    return withStore(call, ({ store }) =>
      importExtractCommand(store, {
        paths: call.positionals,
        mapping,
        dryRun: call.options['dry-run'] === true,
        keepGood: call.options['keep-good'] === true,
        whole: call.options['whole'] === true,
        errorFolder: typeof errors === 'string' ? errors : null,
        onProgress: call.progress,
      }),
    )
  },
}
