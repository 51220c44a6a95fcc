import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { shortClock } from '#kernel/victims-code/testing.ts'
import { VICTIM_RULES } from '#kernel/victims-code/victim-rules.ts'
import type { Limit, Limits } from '#kernel/victims-code/victim-rule.ts'
import { root } from './pages.ts'

const page = readFileSync(join(root, 'docs/domain/victims-code.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => /^\| VC\d\d /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

const words = ({ clock, mark }: Limit) => `${shortClock(clock)}${mark === 'default' ? '*' : ''}`

function limitWords(limits: Limits | undefined): string {
  if (limits === undefined) return 'not in it'
  const [standard, enhanced] = [words(limits.standard), words(limits.enhanced)]
  return standard === enhanced ? standard : `${standard}, ${enhanced}`
}

describe('The page on the Victims’ Code', () => {
  test('has a row for each rule, with its limits under both codes, its right and its mark', () => {
    const said = rows.map(([, code, , , , in2015, in2020, right, , mark]) => [code, in2015, in2020, right, mark])
    expect(said).toEqual(
      VICTIM_RULES.map(({ code, limits, right, mark }) => [
        code,
        limitWords(limits['2015']),
        limitWords(limits['2020']),
        String(right),
        mark,
      ]),
    )
  })
})
