import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Invalid } from '#platform/errors/errors.ts'
import type { ReadReport } from './model.ts'
import { readReport } from './read-report.ts'
import { OPENING, reportWith, WHOLE_REPORT } from './testing.ts'

/** What was read, or the words of the refusal: nothing else may be thrown. */
function attempt(text: string): ReadReport | string {
  try {
    return readReport(text)
  } catch (error) {
    if (error instanceof Invalid) return Object.values(error.fields).join(' ')
    throw error
  }
}

const SCRAPS = [
  ...WHOLE_REPORT,
  '',
  ' ',
  '\t',
  '-',
  '•',
  '•\tx:',
  '– y;',
  '1. z',
  '(a) a',
  'Good',
  'Adequate',
  'Good. Yes.',
  'Cause of concern',
  'Recommendations',
  'The force should immediately:',
  'by 31 February 2018',
  'within three months',
  'Efficiency',
  'Kent PEEL 2017',
  'How',
  'How effective',
  'Areas for improvement from 2015',
  'Force x is',
  'and goes on in small letters',
  'tow\u00AD',
  'anti-',
  '\uFEFF',
  '\f',
  'Page 2 of 3',
] as const

/** What a reader would compare, without lines. */
function gist(text: string): unknown {
  const read = attempt(text)
  if (typeof read === 'string') return read
  return {
    questions: read.questions.map(({ number, title, grade, narrative, findings, standing }) => {
      return [number, title, grade, narrative, standing?.text, findings.map(({ kind, text }) => [kind, text])]
    }),
    candidates: read.candidates.map(({ kind, text }) => [kind, text]),
    warnings: read.warnings.map(({ rule, text }) => [rule, text]),
  }
}

describe('Reading any text', () => {
  it('reads it or refuses it in words, and never fails', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void attempt(text)))
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SCRAPS), { maxLength: 60 }), (lines) => {
        const read = attempt([...OPENING, ...lines].join('\n'))
        if (typeof read === 'string') return read.length > 10
        return read.warnings.every(({ line, text, advice }) => line >= 1 && text !== '' && advice !== '')
      }),
      { numRuns: 1000 },
    )
  })

  it('offers only words that stand in the text, and numbers no two questions alike', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...WHOLE_REPORT.slice(3), 'It is slow, but calm.', '- A thing.'), { maxLength: 40 }),
        (lines) => {
          const text = [...OPENING, ...lines].join('\n')
          const read = attempt(text)
          if (typeof read === 'string') return
          for (const candidate of read.candidates) expect(text).toContain(candidate.text)
          for (const { text: words } of read.questions.flatMap(({ findings }) => findings))
            expect(text).toContain(words.split('\n')[0])
          expect(new Set(read.questions.map(({ number }) => number)).size).toBe(read.questions.length)
        },
      ),
    )
  })

  it('reads the same however many empty lines stand between, whatever the line ends', () => {
    const plain = gist(WHOLE_REPORT.join('\n'))
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('\n', '\r\n', '\n\n', '\r\n\r\n\r\n', '\n \u00A0\n', '\n\t'), {
          minLength: 40,
          maxLength: 40,
        }),
        (breaks) => {
          const text = WHOLE_REPORT.map((line, index) => line + (breaks[index] ?? '\n')).join('')
          expect(gist(text)).toEqual(plain)
        },
      ),
    )
  })

  it('reads a page that was broken into short lines as it reads the page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 100 }), (width) => {
        const broken = readReport(WHOLE_REPORT.map((line) => breakAt(line, width)).join('\n\n'))
        const whole = readReport(WHOLE_REPORT.join('\n'))
        const findings = ({ questions }: ReadReport): unknown =>
          questions.map(({ title, narrative, findings }) => [title, narrative, findings.map(({ text }) => text)])
        expect(findings(broken)).toEqual(findings(whole))
      }),
    )
  })
})

/** As a PDF file breaks it: no line longer than the width. */
function breakAt(text: string, width: number): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.join('\n')
}

describe('Reading a very long text takes time in proportion', () => {
  const long = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length))
  const shapes: Record<string, (length: number) => string> = {
    'one paragraph': (length) => reportWith(long('It is good, but slow. ', length)),
    'many bullets': (length) => reportWith('Areas for improvement', long('- Count by 31 March 2018.\n', length)),
    'bullets within bullets': (length) => reportWith('Areas for improvement', '- Count:', long('  • carts;\n', length)),
    'broken lines': (length) => reportWith(long('the sheep of the hill run down to the old town and\n', length)),
    'many titles': (length) => reportWith(long('Kent PEEL 2017\nEfficiency\n', length)),
    'blanks and marks': (length) => reportWith(long(' \u00A0.-–:', length), long('\n', length / 10), 'Good'),
    'causes of concern': (length) =>
      reportWith(long('Cause of concern\nIt floods.\nIt does.\n', length), 'Recommendations', '- Go.'),
    'words by month': (length) => reportWith(long('by by within the next the by ', length)),
  }

  it.each(Object.entries(shapes))('%s', (_, shape) => {
    const seconds = (length: number): number => {
      const text = shape(length)
      const from = performance.now()
      attempt(text)
      return (performance.now() - from) / 1000
    }
    seconds(100_000)
    // Ten times the text, at most thirty times the time: what grows with the square would take a hundred times.
    expect(seconds(2_000_000)).toBeLessThan(Math.max(30 * seconds(200_000), 3))
  })

  it('ten million signs', () => {
    const from = performance.now()
    expect(readReport(reportWith(long('The force is good at it, but slow.\n', 10_000_000))).questions).toHaveLength(1)
    expect((performance.now() - from) / 1000).toBeLessThan(60)
  })
})
