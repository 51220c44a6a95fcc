import { importBoundariesCommand, importPopulationCommand, importStreetCommand } from '#modules/crime-levels/index.ts'
import { UsageError, type CliCommand, type CommandCall } from './command.ts'
import { withStore } from './with-server.ts'

const COMMON = { 'keep-good': { type: 'boolean' }, errors: { type: 'string' } } as const

export const importStreet: CliCommand = {
  name: 'import street',
  summary: 'Import street-level crime and ASB files of data.police.uk',
  usage: '--force PUBLISHER [--keep-good] [--errors FOLDER] FILE...',
  options: { ...COMMON, force: { type: 'string' } },
  run(call) {
    const force = text(call, 'force')
    if (force === null) throw new UsageError('Say whose files these are: --force thames-valley')
    return withStore(call, ({ store }) => importStreetCommand(store, { ...common(call), force }))
  },
}

export const importBoundaries: CliCommand = {
  name: 'import boundaries',
  summary: 'Import outlines of areas from GeoJSON, and place every location in them again',
  usage: '[--kind KIND] [--source WORDS] [--valid-from DATE] [--keep-good] FILE...',
  options: { ...COMMON, kind: { type: 'string' }, source: { type: 'string' }, 'valid-from': { type: 'string' } },
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
