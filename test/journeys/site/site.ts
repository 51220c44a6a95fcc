import { z } from 'zod'
import { inject } from 'vitest'

const shared = z.object({ origin: z.url(), force: z.string(), database: z.string() })

let asked: Promise<z.output<typeof shared>> | undefined

async function ask(): Promise<z.output<typeof shared>> {
  const answer = await fetch(inject('demonstrationSite'))
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return shared.parse(JSON.parse(text))
}

/** The site that all journeys share. The first question makes it: allow it a minute. */
export const getSite = (): Promise<z.output<typeof shared>> => (asked ??= ask())
