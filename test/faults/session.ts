import { tokenHash } from '#platform/http/session-cookie.ts'
import type { PersonaName } from '../world/personas.ts'
import type { World } from '../world/world.ts'

/** What a browser of a signed-in person sends. */
export interface Session {
  readonly cookie: string
  readonly csrf: string
}

export async function sessionOf(world: World, persona: PersonaName): Promise<Session> {
  const token = await world.token(persona)
  const sql = 'SELECT csrf_token FROM session WHERE token_hash = $1'
  const csrf = (await world.owner<{ csrf_token: string }>(sql, [tokenHash(token)]))[0]?.csrf_token
  if (csrf === undefined) throw new Error(`There is no session of ${persona}.`)
  return { cookie: `fp_session=${token}`, csrf }
}
