import { describe, expect } from 'vitest'
import { keysOf } from '#platform/edge.ts'
import { PERSONAS } from '../pages/visitor.ts'
import { story } from '../stories/story.ts'
import { crawl } from './crawl.ts'

describe('Every link of every page', () => {
  // Whoever comes first to a kind of page looks at it closely: those who reach most come last, and have least to look at.
  for (const persona of keysOf(PERSONAS).toReversed())
    story(`leads somewhere for ${PERSONAS[persona]} (${persona})`, async ({ visit }, given, when, then) => {
      const visitor = await given('they are signed in', () => visit(persona))
      const crawled = await when('they follow every link', () => crawl(visitor))
      await then('they have been on pages', async () => {
        const { pages, addresses, slowest } = crawled
        console.log(
          `${persona}: ${pages.length} kinds of pages, ${addresses} addresses, slowest ${slowest.milliseconds} ms (${slowest.address})\n  ${pages.join('\n  ')}`,
        )
        expect(pages).toContain(persona === 'inspector' ? '/effectiveness/prove' : '/')
      })
    })
})
