import { importBoundariesCommand, importPopulationCommand, importStreetCommand } from '#modules/crime-levels/index.ts'
import { AREA_KIND_NAMES } from '#kernel/areas/kinds.ts'
import { UsageError, type CliCommand, type CommandCall } from './command.ts'
import { withStore } from './with-server.ts'

const COMMON = { 'keep-good': { type: 'boolean' }, errors: { type: 'string' } } as const
const COMMON_WORDS = [
  '--keep-good   loads the good rows of a file that has bad ones; otherwise one bad row and nothing is loaded',
  '--errors      folder for the files of rejected rows; beside each file if left out',
]

export const importStreet: CliCommand = {
  name: 'import street',
  summary: 'Import street-level crime and ASB files of data.police.uk',
  usage: '--force PUBLISHER [--keep-good] [--errors FOLDER] FILE...',
  options: { ...COMMON, force: { type: 'string' } },
  more: [
    '--force       who published the files, as data.police.uk names them: thames-valley',
    ...COMMON_WORDS,
    'The same file twice changes nothing.',
  ],
  run(call) {
    const force = text(call, 'force')
    if (force === null) throw new UsageError('Say whose files these are: --force thames-valley')
    return withStore(call, ({ store }) => importStreetCommand(store, { ...common(call), force }))
  },
}

export const importBoundaries: CliCommand = {
  name: 'import boundaries',
  summary: 'Import outlines of areas from GeoJSON, and place every location in them again',
  usage: '[--kind KIND] [--source WORDS] [--valid-from DATE] [--keep-good] [--errors FOLDER] FILE...',
  options: { ...COMMON, kind: { type: 'string' }, source: { type: 'string' }, 'valid-from': { type: 'string' } },
  more: [
    `--kind        one of ${AREA_KIND_NAMES.join(', ')}; needed where the codes do not tell`,
    '--source      where the outlines come from, in words',
    '--valid-from  since when they hold: 2016-12-31',
    ...COMMON_WORDS,
  ],
  run: (call) =>
    withStore(call, ({ store }) =>
      importBoundariesCommand(store, {
        ...common(call),
        kind: text(call, 'kind'),
        source: text(call, 'source'),
        validFrom: text(call, 'valid-from'),
      }),
    ),
}

export const importPopulation: CliCommand = {
  name: 'import population',
  summary: 'Import populations and indices of deprivation by area',
  usage: '[--edition YEAR] [--source WORDS] [--keep-good] [--errors FOLDER] FILE...',
  options: { ...COMMON, edition: { type: 'string' }, source: { type: 'string' } },
  more: [
    '--edition     year of the index of deprivation or the estimate, where the file does not say: 2019',
    '--source      where the figures come from, in words',
    ...COMMON_WORDS,
  ],
  run: (call) =>
    withStore(call, ({ store }) =>
      importPopulationCommand(store, { ...common(call), edition: text(call, 'edition'), source: text(call, 'source') }),
    ),
}

function common(call: CommandCall) {
  if (call.positionals.length === 0) throw new UsageError('Name at least one file.')
  return {
    paths: call.positionals,
    keepGood: call.options['keep-good'] === true,
    errorFolder: text(call, 'errors'),
    onProgress: call.progress,
  }
}

function text(call: CommandCall, name: string): string | null {
  const value = call.options[name]
  return typeof value === 'string' ? value : null
}
