import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { replaceInUrl } from '#platform/db/connection-url.ts'
import { withClient } from '../../setup/client.ts'
import { partiesOf } from '../../world/parties.ts'
import { getSite } from './site.ts'

export interface Pair {
  readonly one: number
  readonly other: number
  /** May be one with `one`, and is in a compartment that nobody of the story is in. */
  readonly hidden: number
  /** What the matcher thought of the hidden one and of `one`. */
  readonly hiddenProposal: string
}

const REASONS = [
  { what: 'Family name', left: 'family', right: 'family', level: 'the same', weight: 8.1 },
  {
    what: 'Date of birth',
    left: '19900302',
    right: '19900203',
    level: 'day and month the other way round',
    weight: 6.2,
  },
]

/** Two records of a wanted man, and a third that is protected, under a family name that no other story has. */
export async function addPair(family: string): Promise<Pair> {
  const { database } = await getSite()
  return withClient(replaceInUrl(inject('databases').ownerUrl, { database }), async (client) => {
    const { rows: accounts } = await client.query<{ id: string }>(`SELECT id FROM account WHERE name = 'PS Ellis'`)
    const { rows: compartments } = await client.query<{ id: number }>(
      `SELECT id FROM compartment WHERE name = 'Operation Hawthorn'`,
    )
    const now = new Date()
    const make = partiesOf({
      owner: async (sql, values = []) => (await client.query(sql, [...values])).rows,
      store: { clock: { now: () => now } },
      personas: { sergeantA: { account: accounts[0]?.id ?? '' } },
    })
    const compartment = compartments[0]?.id ?? 0
    const man = { family, sex: 'male' } as const
    const one = await make.person({ ...man, given: 'Daniel', birth: '1990-03-02', reference: `P${family}1` })
    const other = await make.person({ ...man, given: 'Danny', birth: '1990-02-03', reference: `P${family}2` })
    const home = await make.address({ number: '3', street: 'Elm Row', town: 'Reading', postcode: 'RG20EG' })
    await make.link(one, 'lives-at', home)
    await make.marker(other, 'wanted', { words: 'Failed to appear', review: '2099-01-01' })
    const hidden = await make.person({ given: 'Gregor', family: `${family}hidden`, birth: '1990-03-02', compartment })
    const hiddenProposal = randomUUID()
    await client.query(
      `INSERT INTO match_proposal (id, kind, left_party, right_party, weight, probability, reasons, stage, proposed_at, marking,
        compartment_ids) VALUES ($1, 'person', $2, $3, 19.5, 0.999998, $4, 'open', now(), 'OFFICIAL', $5)`,
      [hiddenProposal, Math.min(one, hidden), Math.max(one, hidden), JSON.stringify(REASONS), [compartment]],
    )
    return { one, other, hidden, hiddenProposal }
  })
}
