import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const source = readFileSync(new URL('_tokens.scss', import.meta.url), 'utf8')

/** The tokens of one theme, read from where they are set. */
function tokens(theme: string): ReadonlyMap<string, string> {
  const body = new RegExp(`@mixin ${theme} \\{([^}]*)\\}`).exec(source)?.[1] ?? ''
  return new Map([...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['paper', 'card', 'hover'] as const
const states = ['holding', 'slipping', 'not-held', 'too-few'] as const

/** Text on ground: every pair that the style sheets make. */
const text: readonly [text: string, ground: string][] = [
  ...grounds.flatMap((ground) =>
    ['soft', 'accent', 'accent-strong', 'danger', 'danger-strong', ...states].map((ink): [string, string] => [
      ink,
      ground,
    ]),
  ),
  ...states.map((state): [string, string] => [state, `${state}-soft`]),
  ['accent', 'accent-soft'],
  ['accent-strong', 'accent-soft'],
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
  ['danger-ink', 'danger'],
  ['danger-ink', 'danger-strong'],
  ['bar-soft', 'bar'],
  ['bar-soft', 'bar-field'],
  ['count-ink', 'count'],
  ['card', 'ink'],
]

/** Text that everything hangs on. */
const keyText: readonly [text: string, ground: string][] = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['ink', 'hover'],
  ['ink', 'accent-soft'],
  ...states.map((state): [string, string] => ['ink', `${state}-soft`]),
  ['bar-ink', 'bar'],
  ['bar-ink', 'bar-field'],
  ['focus-ink', 'focus'],
]

/** Edges of controls, shapes, bars: WCAG 1.4.11 asks 3. */
const parts: readonly [part: string, ground: string][] = [
  ['control-line', 'card'],
  ['control-line', 'paper'],
  ['bar-line', 'bar'],
  ...states.map((state): [string, string] => [state, 'too-few-soft']),
]

describe.each(['day', 'night'])('by %s', (theme) => {
  const values = tokens(theme)
  const ratio = (a: string, b: string) => {
    const [first, second] = [values.get(a), values.get(b)]
    if (!first || !second) throw new Error(`No token ${first ? b : a}`)
    return contrast(first, second)
  }

  test.each(text)('%s on %s can be read (4.5)', (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(keyText)('%s on %s is read at a glance (7)', (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(7)
  })

  test.each(parts)('%s on %s can be made out (3)', (part, ground) => {
    expect(ratio(part, ground)).toBeGreaterThanOrEqual(3)
  })

  test('both themes set the same tokens', () => {
    expect([...values.keys()]).toEqual([...tokens('day').keys()])
    expect(values.size).toBeGreaterThan(25)
  })
})

test('the ratio is the one of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
