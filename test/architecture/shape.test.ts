import { describe, expect, it } from 'vitest'
import { sourcesIn } from './sources.ts'

describe('The shape of the code', () => {
  const files = sourcesIn('src').filter((source) => !/\.test\.tsx?$|db\/schema\.ts$/.test(source.path))
  const lengths = files.map((source) => source.text.split('\n').length).toSorted((a, b) => a - b)

  it('is small files: half under 60 lines, nineteen of twenty under 200, none over 300', () => {
    expect(lengths.at(Math.floor(lengths.length / 2))).toBeLessThanOrEqual(60)
    expect(lengths.at(Math.floor(lengths.length * 0.95))).toBeLessThanOrEqual(200)
    expect(files.filter((source) => source.text.split('\n').length > 301).map((source) => source.path)).toEqual([])
  })

  it('takes no "now" by itself outside the clock and the roof', () => {
    const rules = files.filter((source) => /^src\/(calculations|kernel|modules|reporting|ui)\//.test(source.path))
    const taken = rules.filter((source) =>
      /new Date\(\)|Date\.now\(\)|Temporal\.Now/.test(source.text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '')),
    )
    const islands = taken.filter((source) => !source.path.startsWith('src/ui/islands/'))
    expect(islands.map((source) => source.path)).toEqual([])
  })

  it('has raw markup and styles in attributes nowhere but in the UI floor', () => {
    const raw = files.filter(
      (source) => !source.path.startsWith('src/ui/') && /dangerouslySetInnerHTML|\bstyle=/.test(source.text),
    )
    expect(raw.map((source) => source.path)).toEqual([])
  })
})
