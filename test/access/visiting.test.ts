import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLE_NAMES } from '#kernel/access/roles.ts'
import { permits } from '#platform/access/decide.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Forbidden } from '#platform/errors/errors.ts'
import { createFolderFileStore } from '#platform/files/folder-file-store.ts'
import { operationsOf } from '../../src/app.ts'
import { modulesOf } from '../../src/modules.ts'
import { buildWorld, type World } from '../world/world.ts'

const operations = operationsOf(modulesOf(createFolderFileStore({ folder: 'never-opened' })))
const commands = operations.filter((operation) => operation.type === 'command')

/** All that a guest does here: chance is thrown in front of both parties, and nothing else of the force changes by it. */
const ALLOWED = ['sample.draw']

/** Every role of a guest that there is, and one that there is not yet. */
const VISITING = [...ROLE_NAMES.filter((role) => role.startsWith('visiting-')), 'visiting-stranger']

const database = withTestDatabase()
let world: World
beforeAll(async () => {
  world = await buildWorld(database())
})
afterAll(() => world.close())

describe('A guest', () => {
  test('is let into no command but those named here, whatever other roles their posting carries', () => {
    expect(commands.length).toBeGreaterThan(60)
    const letIn = new Set<string>()
    for (const visiting of VISITING)
      for (const { name, access } of commands)
        for (const roles of [[visiting], ...ROLE_NAMES.map((role) => [role, visiting])])
          if (permits(access, 'staff', roles)) letIn.add(name)
    expect([...letIn]).toEqual(ALLOWED)
  })

  test('is refused each of the others by the way in itself, while their visit lasts', async () => {
    const { account } = world.personas.visitingInspector
    const [now, lead] = [world.store.clock.now(), world.personas.inspectionLead.account]
    await world.owner(
      `INSERT INTO inspector_visit (id, account_id, starts_at, ends_at, purpose, invited_by, invited_at)
      VALUES (gen_random_uuid(), $1, $2, $2::timestamptz + interval '1 day', 'inspection', $3, $2)`,
      [account, now, lead],
    )
    const letIn: string[] = []
    for (const operation of commands)
      await world.run('visitingInspector', operation, {}).catch((error: unknown) => {
        if (!(error instanceof Forbidden)) letIn.push(operation.name)
      })
    // Of this one the work itself says what is missing.
    expect(letIn).toEqual(ALLOWED)
    const refused = `SELECT FROM audit_event WHERE account_id = $1 AND outcome = 'refused'`
    expect(await world.owner(refused, [account])).toHaveLength(commands.length - ALLOWED.length)
  })

  test('may see what is shown for an inspection, so that the refusals above are not of everything', () => {
    const read = operations.filter(({ type, access }) => type !== 'command' && permits(access, 'staff', VISITING))
    expect(read.length).toBeGreaterThan(5)
  })
})
