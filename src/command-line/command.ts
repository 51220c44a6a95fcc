import type { ParseArgsConfig } from 'node:util'
import type { Settings } from '#platform/config/settings.ts'

/** What a command gives back: words for a person, one JSON object for a program, and an honest exit code. */
export interface CommandResult {
  readonly json: Readonly<Record<string, unknown>>
  readonly words: readonly string[]
  /** 0 done; 1 not done, or something is wrong. 2 (cannot read the command line) is given by the frame. */
  readonly exitCode: 0 | 1
}

export interface CommandCall {
  readonly settings: Settings
  /** Values of the options, by name. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
  /** For a person who waits: goes to standard error. */
  say(this: void, line: string): void
  progress(this: void, done: number, total: number | null, message: string): void
}

/** A command of the command line: `import street`. */
export interface CliCommand {
  readonly name: string
  readonly summary: string
  /** How it is called, after its name: `--force PUBLISHER FILE...`. */
  readonly usage: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** What each option means, and an example: lines that `--help` adds. */
  readonly more?: readonly string[]
  run(call: CommandCall): Promise<CommandResult | 'stays'>
}

/** The command line cannot be read: says what to write instead. */
export class UsageError extends Error {}
