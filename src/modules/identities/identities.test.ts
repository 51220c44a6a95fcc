import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Conflict, NotFound, RuleRefused, SignInNeeded } from '#platform/errors/errors.ts'
import { run } from '#platform/operations/run.ts'
import { partiesOf, type Parties } from '../../../test/world/parties.ts'
import type { PersonaName } from '../../../test/world/personas.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { decideIdentity } from './commands/decide.ts'
import { proposeIdentity } from './commands/propose.ts'
import { splitIdentity } from './commands/split.ts'
import { listPairs } from './queries/list-pairs.ts'

const database = withTestDatabase()
let world: World
let parties: Parties

beforeAll(async () => {
  world = await buildWorld(database())
  parties = partiesOf(world)
  // A second reviewer, one inside the compartment, and one who is cleared for nothing sensitive.
  const also = `UPDATE posting SET roles = array_append(roles, 'identity-reviewer') WHERE id = $1`
  for (const persona of ['analyst', 'member', 'officerB'] as const)
    await world.owner(also, [world.personas[persona].posting])
})
beforeEach(() => world.owner('DELETE FROM notification'))
afterAll(() => world.close())

const propose = async (left: number, right: number, as: PersonaName = 'sergeantA') =>
  (await world.run(as, proposeIdentity, { left, right, reason: 'The same tattoo' })).id

const versionOf = async (id: string): Promise<number> =>
  (await world.owner<{ version: number }>('SELECT version FROM match_proposal WHERE id = $1', [id]))[0]?.version ?? 0

const decide = async (id: string, verdict: 'same' | 'different', as: PersonaName = 'reviewer') =>
  world.run(as, decideIdentity, { id, verdict, version: await versionOf(id), reason: 'Seen side by side' })

const merge = async (left: number, right: number, as: PersonaName = 'reviewer') => {
  const id = await propose(left, right, as)
  await decide(id, 'same', as)
  return id
}

const identitiesOf = async (...ids: readonly number[]) => {
  const rows = await world.owner<{ id: number; identity_id: number }>(
    'SELECT id, identity_id FROM party WHERE id = ANY ($1)',
    [ids],
  )
  const byId = new Map(rows.map((row) => [row.id, row.identity_id]))
  return ids.map((id) => byId.get(id))
}

const told = () =>
  world.owner(
    `SELECT a.name, n.event, n.subject_kind AS kind FROM notification n JOIN account a ON a.id = n.account_id ORDER BY 1, 2`,
  )

async function people<Count extends number>(count: Count): Promise<number[]> {
  const made: number[] = []
  for (let at = 0; at < count; at++) made.push(await parties.person())
  return made
}

describe('Two records that look like one', () => {
  test('are proposed by any officer, decided by a reviewer, and then are one; whoever proposed is told', async () => {
    const [one = 0, other = 0] = await people(2)
    const id = await propose(other, one)
    expect(await identitiesOf(one, other)).toEqual([one, other])
    expect(await decide(id, 'same')).toMatchObject({ stage: 'same', left: one, right: other })
    expect(await identitiesOf(one, other)).toEqual([one, one])
    expect(await told()).toEqual([{ name: 'PS Ellis', event: 'identity.decided', kind: 'match-proposal' }])
    const [change] = await world.owner('SELECT kind, reason, parties FROM identity_change WHERE proposal_id = $1', [id])
    expect(change).toEqual({ kind: 'merged', reason: 'Seen side by side', parties: [other] })
  })

  test('wait once, whoever proposes them and however often', async () => {
    const [one = 0, other = 0] = await people(2)
    const first = await propose(one, other)
    expect(await propose(other, one, 'officerB')).toBe(first)
  })

  test('that the matcher proposed are a person’s once they say so too, with their reason, and stand first', async () => {
    const [one = 0, other = 0, third = 0] = await people(3)
    const put = (left: number, right: number, weight: number) =>
      world.owner(
        `INSERT INTO match_proposal (id, kind, left_party, right_party, weight, probability, reasons, stage, proposed_at, marking)
         VALUES (gen_random_uuid(), 'person', $1, $2, $3, 0.9, '[]', 'open', now(), 'OFFICIAL') RETURNING id`,
        [left, right, weight],
      )
    const [matched] = await put(one, other, 3)
    await put(one, third, 90)
    expect(await propose(one, other)).toBe(matched?.['id'])
    const { pairs } = await world.run('reviewer', listPairs, { kind: 'person', band: 'said' })
    expect(pairs.find(({ id }) => id === matched?.['id'])).toMatchObject({ weight: 3, proposedBy: 'PS Ellis' })
    const all = await world.run('reviewer', listPairs, { kind: 'person' })
    const at = (left: number, right: number) =>
      all.pairs.findIndex((pair) => pair.left.id === left && pair.right.id === right)
    expect(at(one, other)).toBeLessThan(at(one, third))
    expect(await propose(one, other, 'officerB'), 'the first to say so stays').toBe(matched?.['id'])
    const again = await world.run('reviewer', listPairs, { kind: 'person', band: 'said' })
    expect(again.pairs.find(({ id }) => id === matched?.['id'])?.proposedBy).toBe('PS Ellis')
  })

  test('of which a reviewer said that they are two are not proposed again; a reviewer may decide anew', async () => {
    const [one = 0, other = 0] = await people(2)
    const id = await propose(one, other)
    await decide(id, 'different')
    await expect(propose(one, other)).rejects.toThrow(/decided that these are two/)
    await expect(decide(id, 'different')).rejects.toThrow(RuleRefused)
    await decide(id, 'same', 'analyst')
    expect(await identitiesOf(one, other)).toEqual([one, one])
    await expect(propose(one, other)).rejects.toThrow('These are one already.')
  })

  test('are two people, two organisations or two addresses, and not twice the same record', async () => {
    const [one = 0] = await people(1)
    await expect(propose(one, one)).rejects.toThrow('This is one record already')
    await expect(propose(one, await parties.address())).rejects.toThrow('Both must be of one kind')
    await expect(propose(await parties.phone(), await parties.phone())).rejects.toThrow('A vehicle or a phone')
    await merge(await parties.address(), await parties.address())
  })

  test('are decided by who looked at what stands now, is cleared for it, and proved who they are just now', async () => {
    const [one = 0, other = 0] = await people(2)
    const id = await propose(one, other)
    const late = { id, version: 1, verdict: 'same', reason: 'r' }
    await decide(id, 'different')
    await expect(world.run('analyst', decideIdentity, late)).rejects.toThrow(Conflict)
    await expect(decide(id, 'same', 'officerB')).rejects.toThrow(/clearance/)
    const who = await world.signIn('reviewer')
    await world.owner(`UPDATE session SET proved_at = proved_at - interval '6 minutes' WHERE token_hash = $1`, [
      who.session,
    ])
    const asked = run(world.store, decideIdentity, { who, request: { requestId: 'r', origin: 'o' }, input: late })
    await expect(asked).rejects.toThrow(SignInNeeded)
  })

  test('leave both sides among whom the audit is about', async () => {
    const [one = 0, other = 0] = await people(2)
    const id = await propose(one, other)
    await decide(id, 'same')
    const subjects = await world.owner<{ event: string; subject: string }>(
      `SELECT e.event, s.kind || ' ' || s.subject AS subject FROM audit_subject s JOIN audit_event e ON e.id = s.audit_id AND e.at = s.at
      WHERE s.subject = ANY ($1) ORDER BY e.id, 2`,
      [[String(one), String(other), id]],
    )
    expect(subjects.map(({ event, subject }) => `${event} ${subject}`)).toEqual(
      ['identity.proposed', 'identity.decided'].flatMap((event) =>
        [`match-proposal ${id}`, `party ${one}`, `party ${other}`].toSorted().map((subject) => `${event} ${subject}`),
      ),
    )
  })
})

describe('Where either side is flagged', () => {
  test('a first decision changes nothing; a second person confirms it, and not the first again', async () => {
    const [one = 0, other = 0] = await people(2)
    await parties.marker(other, 'wanted')
    const id = await propose(one, other)
    expect(await decide(id, 'same')).toMatchObject({ stage: 'second-needed' })
    expect(await identitiesOf(one, other)).toEqual([one, other])
    await expect(decide(id, 'same')).rejects.toThrow('You decided first')
    expect(await told()).toEqual([])
    await decide(id, 'same', 'analyst')
    expect(await identitiesOf(one, other)).toEqual([one, one])
    const [change] = await world.owner(
      'SELECT by_account, second_account FROM identity_change WHERE proposal_id = $1',
      [id],
    )
    expect(change).toEqual({
      by_account: world.personas.reviewer.account,
      second_account: world.personas.analyst.account,
    })
  })

  test('a second person may refuse, and all stays as it was', async () => {
    const [one = 0, other = 0] = await people(2)
    await parties.marker(one, 'registered-sex-offender')
    const id = await propose(one, other)
    await decide(id, 'same')
    expect(await decide(id, 'different', 'analyst')).toMatchObject({ stage: 'different' })
    expect(await identitiesOf(one, other)).toEqual([one, other])
  })

  test('parting them takes two as well, and until then they stay together', async () => {
    const [one = 0, other = 0] = await people(2)
    const id = await merge(one, other)
    await parties.marker(one, 'child-at-risk')
    const asked = await world.run('reviewer', splitIdentity, { party: other, reason: 'Two dates of birth' })
    expect(asked.waits).toBe(true)
    expect(await identitiesOf(one, other)).toEqual([one, one])
    expect(await decide(id, 'same', 'analyst')).toMatchObject({ stage: 'same' })
    await world.run('reviewer', splitIdentity, { party: other, reason: 'Two dates of birth' })
    expect(await decide(id, 'different', 'analyst')).toMatchObject({ stage: 'different' })
    expect(await identitiesOf(one, other)).toEqual([one, other])
  })

  test('it is the whole identity that counts, markers that stand, and of the kinds of the list alone', async () => {
    const [one = 0, other = 0, third = 0, fourth = 0] = await people(4)
    await merge(one, other)
    await parties.marker(one, 'police-staff', { starts: '2020-01-01', ended: '2021-01-01' })
    await parties.marker(one, 'weapons')
    await merge(third, other)
    expect(await identitiesOf(one, other, third)).toEqual([one, one, one])
    await parties.marker(one, 'protected')
    expect(await decide(await propose(other, fourth), 'same')).toMatchObject({ stage: 'second-needed' })
  })
})

describe('Parting again', () => {
  test('takes one record out with all that held it, and the others stay', async () => {
    const [one = 0, other = 0, third = 0] = await people(3)
    await merge(one, other)
    await merge(one, third)
    await world.run('reviewer', splitIdentity, { party: other, reason: 'Somebody else' })
    expect(await identitiesOf(one, other, third)).toEqual([one, other, one])
    await expect(world.run('reviewer', splitIdentity, { party: other, reason: 'r' })).rejects.toThrow(
      'Nothing that you may undo',
    )
  })

  test('undoes a merge out of its order', async () => {
    const [one = 0, other = 0, third = 0] = await people(3)
    const first = await merge(other, third)
    await merge(one, other)
    const [change] = await world.owner<{ id: string }>('SELECT id FROM identity_change WHERE proposal_id = $1', [first])
    await world.run('reviewer', splitIdentity, { change: change?.id, reason: 'Not he' })
    expect(await identitiesOf(one, other, third)).toEqual([one, one, third])
  })

  test('restores exactly, whatever was joined and parted in any order, and sources are never altered', async () => {
    const ids = await people(6)
    const sources = () =>
      world.owner(
        `SELECT to_jsonb(p) - 'identity_id' - 'version' AS party, to_jsonb(q) AS person,
          (SELECT jsonb_agg(to_jsonb(n) ORDER BY n.id) FROM party_name n WHERE n.party_id = p.id) AS names
        FROM party p JOIN person q ON q.party_id = p.id WHERE p.id = ANY ($1) ORDER BY p.id`,
        [ids],
      )
    const before = await sources()
    const pick = fc.integer({ min: 0, max: ids.length - 1 })
    const steps = fc.array(fc.tuple(pick, pick, fc.boolean()), { minLength: 4, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(steps, async (acts) => {
        const standing = new Map<string, readonly [number, number]>()
        for (const [a, b, join] of acts) {
          const pair = [Math.min(ids[a] ?? 0, ids[b] ?? 0), Math.max(ids[a] ?? 0, ids[b] ?? 0)] as const
          if (a === b || join === standing.has(pair.join())) continue
          await said(pair, join ? 'same' : 'different')
          if (join) standing.set(pair.join(), pair)
          else standing.delete(pair.join())
          expect(await identitiesOf(...ids)).toEqual(lowest(ids, [...standing.values()]))
        }
        for (const pair of standing.values()) await said(pair, 'different')
        expect(await identitiesOf(...ids)).toEqual(ids)
      }),
      { numRuns: 12 },
    )
    expect(await sources()).toEqual(before)
  }, 60_000)

  async function said([left, right]: readonly [number, number], verdict: 'same' | 'different') {
    const [known] = await world.owner<{ id: string }>(
      'SELECT id FROM match_proposal WHERE left_party = $1 AND right_party = $2',
      [left, right],
    )
    await decide(known?.id ?? (await propose(left, right, 'reviewer')), verdict)
  }

  /** By the pairs that stand, without a thought for how they came to be. */
  function lowest(ids: readonly number[], pairs: readonly (readonly [number, number])[]): number[] {
    const of = new Map(ids.map((id) => [id, id]))
    for (const _ of ids)
      for (const [left, right] of pairs) {
        const low = Math.min(of.get(left) ?? left, of.get(right) ?? right)
        of.set(left, low).set(right, low)
      }
    return ids.map((id) => of.get(id) ?? id)
  }

  test('and joining at the same moment each see what the other made of it', async () => {
    const ids = await people(6)
    const pairs = ids.slice(1).map((id, at) => [ids[at] ?? 0, id] as const)
    const proposals: string[] = []
    for (const [left, right] of pairs) proposals.push(await propose(left, right))
    await Promise.all(proposals.map((id) => decide(id, 'same')))
    expect(await identitiesOf(...ids)).toEqual(ids.map(() => ids[0]))
    await Promise.all(proposals.map((id) => decide(id, 'different')))
    expect(await identitiesOf(...ids)).toEqual(ids)
  })
})

describe('A protected identity', () => {
  test('is joined by a reviewer inside, and moves along with the open record that it is one with, unseen', async () => {
    const [one = 0, other = 0] = await people(2)
    const hidden = await parties.person({ compartment: world.compartment })
    await merge(other, hidden, 'member')
    expect(await identitiesOf(other, hidden)).toEqual([other, other])
    await merge(one, other)
    expect(await identitiesOf(one, other, hidden)).toEqual([one, one, one])
    // Its custodian is told that something changed around it; what moved with it only those inside read.
    expect(await told()).toEqual([{ name: 'CC Ward', event: 'identity.changed-around', kind: 'compartment' }])
    const changes = await world.owner<{ parties: number[]; compartment_ids: number[] }>(
      'SELECT parties, compartment_ids FROM identity_change WHERE to_identity = $1 ORDER BY compartment_ids',
      [one],
    )
    expect(changes.map(({ parties: moved, compartment_ids }) => [moved, compartment_ids])).toEqual([
      [[other], []],
      [[hidden], [world.compartment]],
    ])
    await world.run('reviewer', splitIdentity, { party: one, reason: 'Not she' })
    expect(await identitiesOf(one, other, hidden)).toEqual([one, other, other])
  })

  test('does not join two open records to one another', async () => {
    const [one = 0, other = 0] = await people(2)
    const hidden = await parties.person({ compartment: world.compartment })
    await merge(one, hidden, 'member')
    await merge(other, hidden, 'member')
    expect(await identitiesOf(one, other, hidden)).toEqual([one, other, one])
  })

  test('cannot be proposed, decided or parted by whoever does not see it, and is as if it were not there', async () => {
    const [one = 0] = await people(1)
    const hidden = await parties.person({ compartment: world.compartment })
    await expect(propose(one, hidden)).rejects.toThrow(NotFound)
    const id = await merge(one, hidden, 'member')
    await expect(decide(id, 'different')).rejects.toThrow(NotFound)
    await expect(world.run('reviewer', splitIdentity, { party: hidden, reason: 'r' })).rejects.toThrow(NotFound)
    // Of the open one there is nothing to undo, in the words that say so of anybody.
    const [alone = 0] = await people(1)
    const refusals = await Promise.all(
      [one, alone].map((party) =>
        world.run('reviewer', splitIdentity, { party, reason: 'r' }).catch((error: unknown) => String(error)),
      ),
    )
    expect(refusals[0]).toBe(refusals[1])
  })
})
