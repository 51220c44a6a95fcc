import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The crawl is longest and comes first, so that it does not run alone at the end; the other journeys, which change what it
 * walks through, come last.
 */
class CrawlFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => turnOf(a.moduleId) - turnOf(b.moduleId))
  }
}

function turnOf(file: string): number {
  if (file.includes('/test/journeys/crawl/')) return 0
  return file.includes('/test/journeys/') ? 2 : 1
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/setup/database.ts', 'test/setup/browser-server.ts', 'test/journeys/site/global-setup.ts'],
    pool: 'threads',
    maxWorkers: 2,
    isolate: false,
    sequence: { sequencer: CrawlFirst },
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
