import { DEMONSTRATION_ISSUER } from '#kernel/access/demonstration.ts'
import { makeSession } from '#platform/access/sessions.ts'
import { asGate } from '#platform/db/gate.ts'
import type { Store } from '#platform/db/transaction.ts'
import { newToken } from '#platform/http/session-cookie.ts'

/** What a browser of somebody sends. */
export interface BrowserSession {
  readonly cookie: string
  readonly csrf: string
}

/** Sessions of so many people of the demonstration who have this role. */
export async function signInAs(store: Store, role: string, people: number): Promise<BrowserSession[]> {
  return asGate(store, async (client, now) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT a.id FROM account a JOIN posting p ON p.account_id = a.id
       WHERE a.issuer = $1 AND $2 = ANY (p.roles) AND p.ends IS NULL GROUP BY a.id ORDER BY a.id LIMIT $3`,
      [DEMONSTRATION_ISSUER, role, people],
    )
    if (rows.length === 0) throw new Error(`The demonstration has nobody who is ${role}.`)
    const sessions: BrowserSession[] = []
    for (const { id } of rows) {
      const { token, hash } = newToken()
      await makeSession(client, { hash, account: id, posting: null, browserHash: hash }, now)
      const made = await client.query<{ csrf: string }>(
        'SELECT csrf_token AS csrf FROM session WHERE token_hash = $1',
        [hash],
      )
      sessions.push({ cookie: `fp_session=${token}`, csrf: made.rows[0]?.csrf ?? '' })
    }
    return sessions
  })
}

/** A session of the demonstration's chief constable, as a browser's cookie. */
export async function signInChief(store: Store): Promise<string> {
  const [chief] = await signInAs(store, 'chief-officer', 1)
  return chief?.cookie ?? ''
}
