import { partiesOf } from './parties.ts'
import type { World } from './world.ts'
import { startCase } from '../../src/modules/antisocial-behaviour/commands/start-case.ts'

/** Answers of the one form that say that nothing is so. */
export const NOUGHT = {
  frequency: 0,
  escalation: 0,
  targeted: 0,
  health: 0,
  isolated: 0,
  impact: 0,
  place: 0,
  threats: 0,
  agencies: 0,
  children: 0,
}

/** What is owed on a case, or was, with how it was met; of what was not replaced. */
export async function duties({ owner }: World, id: string) {
  return owner<{ rule: string; due: Date | null; met: string | null }>(
    `SELECT rule, due_at AS due, met_how AS met FROM duty WHERE record_id = $1 AND superseded_at IS NULL ORDER BY opened_at, rule`,
    [id],
  )
}

/** The codes of what is still owed on it. */
export async function owed(world: World, id: string): Promise<readonly string[]> {
  return (await duties(world, id)).filter(({ met }) => met === null).map(({ rule }) => rule)
}

/** A case about a new person, and the version that its next act sees (`seen`) or that a refused one saw (`now`). */
export async function personal(world: World) {
  const person = await partiesOf(world).person()
  const { id } = startCase.output.parse(
    await world.run('sergeantA', startCase, {
      title: 'Noise by night',
      category: 'personal',
      type: 'noise',
      place: 'Quay',
      who: String(person),
    }),
  )
  let version = 1
  return { id, person, seen: () => ({ id, version: version++ }), now: () => ({ id, version }) }
}
