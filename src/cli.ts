import { parseArgs } from 'node:util'
import { FrankpledgeError } from '#platform/errors/errors.ts'
import { readSettings, SettingsError } from '#platform/config/settings.ts'
import { UsageError, type CliCommand, type CommandResult } from './command-line/command.ts'
import { commands } from './command-line/commands.ts'
import { progressLine } from './command-line/progress.ts'

const COMMON = { json: { type: 'boolean' }, help: { type: 'boolean' } } as const

/** Finds the command whose words begin the arguments: the longest where several do. */
function findCommand(args: readonly string[]): { readonly command: CliCommand; readonly rest: string[] } | null {
  const matching = commands
    .map((command) => ({ command, words: command.name.split(' ') }))
    .filter(({ words }) => words.every((word, index) => args[index] === word))
    .toSorted((a, b) => b.words.length - a.words.length)[0]
  return matching === undefined ? null : { command: matching.command, rest: args.slice(matching.words.length) }
}

function help(): string {
  const width = Math.max(...commands.map((command) => command.name.length))
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`)
  return ['frankpledge <command> [--json] [--help]', '', ...lines].join('\n')
}

async function main(args: readonly string[]): Promise<number> {
  const found = findCommand(args)
  if (found === null) {
    const asked = args.length === 0 || args[0] === '--help' || args[0] === 'help'
    console[asked ? 'log' : 'error'](asked ? help() : `There is no command "${args.join(' ')}".\n\n${help()}`)
    return asked ? 0 : 2
  }
  const json = args.includes('--json')
  try {
    const parsed = parseArgs({
      args: found.rest,
      options: { ...found.command.options, ...COMMON },
      allowPositionals: true,
      strict: true,
    })
    if (parsed.values['help'] === true) {
      console.log(`frankpledge ${found.command.name} ${found.command.usage}\n${found.command.summary}`)
      return 0
    }
    const line = progressLine(!json)
    const result = await found.command.run({
      settings: readSettings(process.env),
      options: singleValues(parsed.values),
      positionals: parsed.positionals,
      say: (text) => line.say(text),
      progress: (done, total, message) => line.progress(done, total, message),
    })
    line.end()
    if (result === 'stays') return -1
    return report(result, json)
  } catch (error) {
    return reportFailure(error, json, found.command)
  }
}

function singleValues(values: Readonly<Record<string, unknown>>): Record<string, string | boolean | undefined> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' || typeof value === 'boolean' ? value : undefined,
    ]),
  )
}

function report(result: CommandResult, json: boolean): number {
  console.log(json ? JSON.stringify(result.json) : result.words.join('\n'))
  return result.exitCode
}

function reportFailure(error: unknown, json: boolean, command: CliCommand): number {
  const usage = error instanceof UsageError || (error instanceof TypeError && 'code' in error)
  const known = usage || error instanceof SettingsError || error instanceof FrankpledgeError
  const message = error instanceof Error ? error.message : String(error)
  if (json) console.log(JSON.stringify({ error: message }))
  console.error(known || !(error instanceof Error) ? message : (error.stack ?? message))
  if (usage) console.error(`frankpledge ${command.name} ${command.usage}`)
  return usage ? 2 : 1
}

const exitCode = await main(process.argv.slice(2))
if (exitCode >= 0) process.exit(exitCode)
