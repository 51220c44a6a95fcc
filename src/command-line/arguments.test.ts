import { describe, expect, test } from 'vitest'
import { helpOf, readArguments, readCommandLine } from './arguments.ts'
import type { CliCommand } from './command.ts'

function command(name: string, usage = '', options: CliCommand['options'] = {}): CliCommand {
  return { name, summary: `Does ${name}`, usage, options, run: () => Promise.resolve('stays') }
}

const doctor = command('doctor')
const street = command('import street', '--force PUBLISHER FILE...', { force: { type: 'string' } })
const verify = command('audit verify', '[--heads FILE]', { heads: { type: 'string' } })
const commands = [doctor, street, command('import boundaries', 'FILE...'), verify]
const read = (...line: string[]) => readCommandLine(line, commands)

describe('which command a line means', () => {
  test('help is asked for with nothing, help, --help or -h; with --json too', () => {
    for (const line of [[], ['help'], ['--help'], ['-h'], ['--json']])
      expect(readCommandLine(line, commands)).toMatchObject({ what: 'help' })
  })

  test('help of one command, or of those that begin with the same word', () => {
    expect(read('import', 'street', '--help')).toMatchObject({ what: 'help of', command: street })
    expect(read('help', 'import', 'street')).toMatchObject({ what: 'help of', command: street })
    const group = read('import', '--help')
    expect(group.what === 'help' && group.commands.map(({ name }) => name)).toEqual([
      'import street',
      'import boundaries',
    ])
  })

  test('a command with what follows it, without --json', () => {
    expect(read('import', 'street', '--json', '--force', 'kent', 'a.csv')).toMatchObject({
      what: 'run',
      command: street,
      rest: ['--force', 'kent', 'a.csv'],
    })
  })

  test('an unknown command names itself without its options, and what is near', () => {
    expect(read('nonsense', '--json')).toEqual({ what: 'unknown', words: 'nonsense', near: [] })
    expect(read('import', 'streets')).toMatchObject({ what: 'unknown', words: 'import streets' })
    expect(read('--nonsense')).toMatchObject({ what: 'unknown', words: '--nonsense' })
  })
})

describe('what follows a command', () => {
  test('options and files are read', () => {
    expect(readArguments(street, ['--force', 'kent', 'a.csv', 'b.csv'])).toEqual({
      options: { force: 'kent' },
      positionals: ['a.csv', 'b.csv'],
    })
  })

  test('a word too many is refused rather than passed over', () => {
    expect(() => readArguments(doctor, ['extra'])).toThrow('Not understood: extra')
    expect(() => readArguments(verify, ['heads.jsonl'])).toThrow('Not understood: heads.jsonl')
  })

  test('an unknown option is refused in one sentence', () => {
    expect(() => readArguments(doctor, ['--nonsense'])).toThrow(/^Unknown option '--nonsense'$/)
  })
})

test('help of a command has no space where there is no usage', () => {
  expect(helpOf(doctor)).toBe('frankpledge doctor\nDoes doctor')
})
