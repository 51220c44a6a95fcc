import { importOrganisation, setup, SetupRefused, type ImportReport } from '#modules/administration/index.ts'
import { migrateServer, requireOwner } from '../installation.ts'
import { UsageError, type CliCommand, type CommandCall, type CommandResult } from './command.ts'
import { withServer } from './with-server.ts'

const TABLES = ['areas', 'units', 'people', 'postings'] as const
const IDENTITY = ['force', 'publisher', 'issuer', 'subject', 'name', 'number'] as const

/** `setup`: the installation with its first administrator; `setup --add`: the tables again, later. */
export const setupCommand: CliCommand = {
  name: 'setup',
  summary: 'A real force’s first day: the force, its first administrator, and who works where from CSV',
  usage: [
    '--force NAME --publisher ID --issuer URL --subject SUB --name NAME --number NUMBER',
    '[--areas CSV] [--units CSV] [--people CSV] [--postings CSV] [--dry-run] [--keep-good]',
    '| --add [--areas CSV] … [--dry-run] [--keep-good]',
  ].join(' '),
  more: [
    '--force       the force’s name: "Thames Valley Police"',
    '--publisher   its name on data.police.uk: thames-valley',
    '--issuer      the identity provider’s address, exactly as it calls itself',
    '--subject     what that provider calls the first administrator (its claim `sub`)',
    '--name, --number   the first administrator: "Ms Hart", 9001',
    '--areas, --units, --people, --postings   who works where; docs/operations.md has their columns',
    '--dry-run     does everything, says what it came to, and takes it all back',
    '--keep-good   keeps the good lines of a file that has bad ones; otherwise one bad line and nothing is kept',
    '--add         more of the tables, on an installation that is set up',
  ],
  options: {
    add: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    'keep-good': { type: 'boolean' },
    ...Object.fromEntries([...IDENTITY, ...TABLES].map((name) => [name, { type: 'string' } as const])),
  },
  run: (call) =>
    withServer(call, async ({ server }) => {
      const now = new Date()
      await migrateServer(server, now)
      const common = {
        ownerUrl: requireOwner(server),
        now,
        files: Object.fromEntries(
          TABLES.flatMap((name) => {
            const file = text(call, name)
            return file === null ? [] : [[name, file]]
          }),
        ),
        dryRun: call.options['dry-run'] === true,
        keepGood: call.options['keep-good'] === true,
      }
      try {
        if (call.options['add'] === true) return resultOf(call, await importOrganisation(common), [])
        const report = await setup({
          ...common,
          forceName: wanted(call, 'force'),
          publisher: wanted(call, 'publisher'),
          administrator: {
            issuer: wanted(call, 'issuer'),
            subject: wanted(call, 'subject'),
            name: wanted(call, 'name'),
            number: wanted(call, 'number'),
          },
          provider: call.settings.oidc,
        })
        const result = resultOf(call, report, report.provider.findings)
        return report.kept ? { ...result, words: [...result.words, nextStep(call)] } : result
      } catch (error) {
        if (!(error instanceof SetupRefused)) throw error
        return { json: { kept: false, error: error.message }, words: [error.message], exitCode: 1 }
      }
    }),
}

function nextStep(call: CommandCall): string {
  return `Next: run \`npx frankpledge serve\`, and ${wanted(call, 'name')} signs in at ${call.settings.publicUrl}.`
}

function resultOf(call: CommandCall, report: ImportReport, findings: readonly string[]): CommandResult {
  const rejected = report.tables.flatMap(({ file, rejected: bad }) => bad.map((one) => ({ ...one, file })))
  const dry = call.options['dry-run'] === true
  const tables = report.tables.map(
    ({ table, rows, made, changed, unchanged, rejected: bad }) =>
      `${table}: ${rows === 1 ? '1 row' : `${rows} rows`}; ${made} made, ${changed} changed, ${unchanged} as they were, ${bad.length} rejected`,
  )
  const faults = rejected.map(
    ({ file, line, column, reason }) => `${file}, line ${line}${column === null ? '' : `, ${column}`}: ${reason}`,
  )
  const outcome = report.kept ? 'Kept.' : dry ? 'A dry run: nothing was kept.' : 'Nothing was kept.'
  const clean = findings.length === 0 && rejected.length === 0
  return {
    json: { ...report },
    words: [
      ...findings,
      ...tables,
      ...faults,
      ...report.errorFiles.map((file) => `To be mended and sent again: ${file}`),
      outcome,
    ],
    exitCode: report.kept || (dry && clean) ? 0 : 1,
  }
}

function text(call: CommandCall, name: string): string | null {
  const value = call.options[name]
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

function wanted(call: CommandCall, name: (typeof IDENTITY)[number]): string {
  const value = text(call, name)
  if (value === null) throw new UsageError(`setup needs --${name}.`)
  return value
}
