import { parseArgs } from 'node:util'
import { UsageError, type CliCommand } from './command.ts'

/** What a command line comes to. */
export type Asked =
  | { readonly what: 'help'; readonly commands: readonly CliCommand[] }
  | { readonly what: 'version' }
  | { readonly what: 'help of'; readonly command: CliCommand }
  | { readonly what: 'run'; readonly command: CliCommand; readonly rest: readonly string[] }
  | { readonly what: 'unknown'; readonly words: string; readonly near: readonly CliCommand[] }

const HELP: readonly string[] = ['--help', '-h', 'help']

/** Reads which command is meant: the longest whose words begin the line. `near` are those that begin with the same word. */
export function readCommandLine(line: readonly string[], commands: readonly CliCommand[]): Asked {
  const words = line.filter((word) => word !== '--json')
  const [first] = words
  if (first === undefined || (HELP.includes(first) && words.length === 1)) return { what: 'help', commands }
  if (first === '--version' || first === '-v') return { what: 'version' }
  const asked = first === 'help' ? words.slice(1) : words
  const command = findCommand(asked, commands)
  const help = first === 'help' || words.some((word) => word === '--help' || word === '-h')
  if (command === null) {
    const near = commands.filter(({ name }) => name.split(' ')[0] === asked[0])
    if (help && near.length > 0) return { what: 'help', commands: near }
    const named = asked.filter((word) => !word.startsWith('-')).join(' ')
    return { what: 'unknown', words: named === '' ? first : named, near }
  }
  if (help) return { what: 'help of', command }
  return { what: 'run', command, rest: words.slice(command.name.split(' ').length) }
}

function findCommand(words: readonly string[], commands: readonly CliCommand[]): CliCommand | null {
  const matching = commands.filter(({ name }) => name.split(' ').every((word, index) => words[index] === word))
  return matching.toSorted((a, b) => b.name.length - a.name.length)[0] ?? null
}

export interface ReadArguments {
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
}

/** Reads what follows a command's name. Throws UsageError on an option that it does not know, or a word too many. */
export function readArguments(command: CliCommand, rest: readonly string[]): ReadArguments {
  const { values, positionals } = parsed(command, rest)
  const takesWords = /\b(FILE|FOLDER|CODE)(\.\.\.)?$/.test(command.usage)
  if (!takesWords && positionals.length > 0) throw new UsageError(`Not understood: ${positionals.join(' ')}`)
  const options = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' || typeof value === 'boolean' ? value : undefined,
  ])
  return { options: Object.fromEntries(options), positionals }
}

function parsed(command: CliCommand, rest: readonly string[]) {
  try {
    return parseArgs({ args: [...rest], options: command.options, allowPositionals: true, strict: true })
  } catch (error) {
    if (!(error instanceof TypeError) || !('code' in error)) throw error
    // Node adds advice on positional arguments that helps nobody here.
    throw new UsageError(error.message.split('. To specify')[0] ?? error.message)
  }
}

/** Every command in one line each, and how to learn more. */
export function helpOfAll(commands: readonly CliCommand[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'frankpledge <command> [--json]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'frankpledge <command> --help says more. --json prints one JSON object on standard output and nothing else there.',
    'Exit code: 0 done; 1 not done, or something is wrong; 2 the command line cannot be read.',
    'Settings come from the environment: docs/operations.md lists them.',
  ].join('\n')
}

export function helpOf({ name, usage, summary, more }: CliCommand): string {
  return [`frankpledge ${name} ${usage}`.trim(), summary, ...(more === undefined ? [] : ['', ...more])].join('\n')
}
