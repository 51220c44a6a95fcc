import { describe, expect } from 'vitest'
import { keysOf } from '#platform/edge.ts'
import { PERSONAS, type Persona } from '../pages/visitor.ts'
import { story } from '../stories/story.ts'
import { crawl, lookAtWaiting } from './crawl.ts'

/** Where those begin who are not of the force. */
const HOMES: Partial<Record<Persona, string>> = { inspector: '/effectiveness/prove', partner: '/partner' }

describe('Every link of every page', () => {
  // Looking closely is shared out: each looks at some of what nobody looked at before, and the rest waits.
  for (const persona of keysOf(PERSONAS).toReversed())
    story(`leads somewhere for ${PERSONAS[persona]} (${persona})`, async ({ visit }, given, when, then) => {
      const visitor = await given('they are signed in', () => visit(persona))
      const crawled = await when('they follow every link', () => crawl(visitor, persona))
      await then('they have been on pages', async () => {
        const { pages, addresses, slowest } = crawled
        console.log(
          `${persona}: ${pages.length} kinds of pages, ${addresses} addresses, slowest ${slowest.milliseconds} ms (${slowest.address})\n  ${pages.join('\n  ')}`,
        )
        expect(pages).toContain(HOMES[persona] ?? '/')
      })
    })
})

describe('Every page that was seen and waited', () => {
  for (const persona of keysOf(PERSONAS))
    story(
      `is whole at night and on a phone for ${PERSONAS[persona]} (${persona})`,
      async ({ visit }, given, _, then) => {
        const visitor = await given('they are signed in', () => visit(persona))
        await then('nothing is wrong with it', () => lookAtWaiting(visitor, persona))
      },
    )
})
