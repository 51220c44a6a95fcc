import type { BrowserContextOptions } from 'playwright-core'
import { test } from 'vitest'
import { Visitor, type Persona } from '../pages/visitor.ts'
import { getSite } from '../site/site.ts'

type Step = <T>(words: string, act: () => Promise<T>) => Promise<T>

interface Scene {
  readonly origin: string
  /** A browser of its own for somebody, signed in if said as whom; closed when the story is over. */
  visit(persona?: Persona, options?: BrowserContextOptions): Promise<Visitor>
}

/** A phone, as far as a page can tell. */
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const

type Tale = (scene: Scene, given: Step, when: Step, then: Step) => Promise<void>

const LONGEST = 240_000

/**
 * A journey, named after somebody's task and told in steps; a step that fails says which it was and where. Left out, saying
 * why, where `missing` does.
 */
export function story(
  title: string,
  tale: Tale,
  originOf: () => Promise<string> = async () => (await getSite()).origin,
  missing: string | null = null,
) {
  test(
    title,
    async (context) => {
      if (missing !== null) return context.skip(missing)
      const visitors: Visitor[] = []
      const origin = await originOf()
      const step =
        (kind: string): Step =>
        async (words, act) => {
          try {
            return await act()
          } catch (error) {
            const at = visitors.map((visitor) => visitor.address).join(', ')
            throw new Error(`${kind} ${words} (at ${at}): ${error instanceof Error ? error.message : String(error)}`, {
              cause: error,
            })
          }
        }
      const visit: Scene['visit'] = async (persona, options) => {
        const visitor = await Visitor.at(origin, options)
        visitors.push(visitor)
        if (persona !== undefined) await visitor.signIn(persona)
        return visitor
      }
      try {
        await tale({ origin, visit }, step('Given'), step('When'), step('Then'))
        for (const visitor of visitors) visitor.expectNoComplaints()
      } finally {
        for (const visitor of visitors) await visitor.close()
      }
    },
    LONGEST,
  )
}
