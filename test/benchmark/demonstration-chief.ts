import { DEMONSTRATION_ISSUER } from '#kernel/access/demonstration.ts'
import { makeSession } from '#platform/access/sessions.ts'
import { asGate } from '#platform/db/gate.ts'
import type { Store } from '#platform/db/transaction.ts'
import { newToken } from '#platform/http/session-cookie.ts'

/** A session of the demonstration's chief constable, as a browser's cookie. */
export async function signInChief(store: Store): Promise<string> {
  const { token, hash } = newToken()
  await asGate(store, async (client, now) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT a.id FROM account a JOIN posting p ON p.account_id = a.id
       WHERE a.issuer = $1 AND 'chief-officer' = ANY (p.roles) AND p.ends IS NULL LIMIT 1`,
      [DEMONSTRATION_ISSUER],
    )
    const account = rows[0]?.id
    if (account === undefined) throw new Error('The demonstration has no chief constable.')
    await makeSession(client, { hash, account, posting: null, browserHash: hash }, now)
  })
  return `fp_session=${token}`
}
