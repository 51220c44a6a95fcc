import { readSettings } from '#platform/config/settings.ts'
import { helpOf, helpOfAll, readArguments, readCommandLine } from './command-line/arguments.ts'
import { UsageError, type CliCommand, type CommandResult } from './command-line/command.ts'
import { commands } from './command-line/commands.ts'
import { failureWords } from './command-line/failure.ts'
import { progressLine } from './command-line/progress.ts'
import { version } from './version.ts'

async function main(line: readonly string[]): Promise<number> {
  const json = line.includes('--json')
  const asked = readCommandLine(line, commands)
  switch (asked.what) {
    case 'help':
      return say(helpOfAll(asked.commands), json)
    case 'version':
      return say(json ? JSON.stringify({ version }) : version, false)
    case 'help of':
      return say(helpOf(asked.command), json)
    case 'unknown': {
      const near = asked.near.length === 0 ? commands : asked.near
      return fail(`There is no command "${asked.words}".`, helpOfAll(near), json)
    }
    case 'run':
      return run(asked.command, asked.rest, json)
  }
}

async function run(command: CliCommand, rest: readonly string[], json: boolean): Promise<number> {
  const line = progressLine(!json)
  try {
    const { options, positionals } = readArguments(command, rest)
    const result = await command.run({
      settings: readSettings(process.env),
      options,
      positionals,
      say: (text) => line.say(text),
      progress: (done, total, message) => line.progress(done, total, message),
    })
    line.end()
    return result === 'stays' ? -1 : report(result, json)
  } catch (error) {
    line.end()
    if (error instanceof UsageError) return fail(error.message, helpOf(command), json)
    const words = failureWords(error, process.env['LOG_LEVEL'] === 'debug')
    if (json) console.log(JSON.stringify({ error: words }))
    console.error(words)
    return 1
  }
}

function say(text: string, json: boolean): number {
  console.log(json ? JSON.stringify({ help: text }) : text)
  return 0
}

/** The command line cannot be read. */
function fail(words: string, help: string, json: boolean): number {
  if (json) console.log(JSON.stringify({ error: words }))
  console.error(`${words}\n\n${help}`)
  return 2
}

function report(result: CommandResult, json: boolean): number {
  console.log(json ? JSON.stringify(result.json) : result.words.join('\n'))
  return result.exitCode
}

const exitCode = await main(process.argv.slice(2))
if (exitCode >= 0) process.exit(exitCode)
