import { execFileSync } from 'node:child_process'
import { buildSync } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { sampleDues } from './testing-sample.ts'

/** The due times and reasons of the sample, reckoned by a server whose own clock is set to the time zone. */
function sampleIn(zone: string): string {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `import { sampleDues } from './testing-sample.ts'; console.log(new Date(0).getHours() + '\\n' + sampleDues().join('\\n'))`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
  })
  return execFileSync(process.execPath, ['--input-type=module', '-'], {
    input: outputFiles[0]?.text ?? '',
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  }).trim()
}

describe('The time zone of the server', () => {
  test.each([
    ['America/New_York', '19'],
    ['Pacific/Apia', '13'],
    ['Europe/London', '1'],
  ])('%s changes nothing', (zone, hour) => {
    const [shown, ...dues] = sampleIn(zone).split('\n')
    expect(shown).toBe(hour)
    expect(dues).toEqual(sampleDues())
    expect(dues.length).toBeGreaterThan(500)
  })
})
