import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { endVictimPage } from '#platform/access/victim-session.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { choice, flag, optionalText } from '#platform/forms/fields.ts'
import { tokenHash } from '#platform/http/session-cookie.ts'
import { keysOf } from '#platform/edge.ts'
import { aboutVictim, PURPOSE, victimChanged, victimSeen } from '../../commands/fields.ts'
import { lockVictim, saveVictim } from '../../commands/locked-victim.ts'
import { WRITERS } from '../../writers.ts'
import { readWhyNoPage } from '../queries/page-facts.ts'
import { LINK_HOURS, newSecrets } from '../rules/vcp02-link.ts'
import { codeHash } from '../rules/vcp03-code-hash.ts'
import { LINK_WAYS, reachProblem } from '../rules/vcp04-reach.ts'

/**
 * The link and its code are in the answer and nowhere else: neither is kept, so the answer is not kept either (`shownOnce`). A new
 * link ends those before it, and the sessions that they began.
 */
export const makeLink = command({
  name: 'victim-page.make-link',
  summary: 'Make a link to a victim’s own page that works once, and a code that is said to them',
  input: z.object({
    ...victimSeen,
    way: choice('How the link reaches them', keysOf(LINK_WAYS)),
    reach: optionalText('The number or address', 200),
    agreed: flag(),
  }),
  output: victimChanged.extend({ token: z.string(), code: z.string(), expiresAt: z.iso.datetime() }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  shownOnce: true,
  audit: { event: 'victim-page.link-made', subjects: aboutVictim, detail: ({ way }) => ({ way }) },
  async run(tx, { id, version, way, reach, agreed }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const locked = await lockVictim(tx, id, version)
    const [why] = await readWhyNoPage(tx, id)
    refuseOn(why === undefined ? null : { rule: 'VCP01', message: `No page for them. ${why}.` })
    const problem = reachProblem(way, reach)
    if (problem !== null) throw new Invalid({ reach: problem })
    if (!agreed) throw new Invalid({ agreed: 'Agree it with them first: tick this when they said yes' })
    await endVictimPage(tx, id, 'replaced')
    const { token, code } = newSecrets()
    const salt = randomBytes(16)
    const expires = new Date(tx.now.getTime() + LINK_HOURS * 3_600_000)
    await tx.db
      .insertInto('victim_link')
      .values({
        id: randomUUID(),
        victim_id: id,
        token_hash: tokenHash(token),
        code_salt: salt,
        code_hash: await codeHash(code, token, salt),
        way,
        reach,
        made_by: account,
        made_at: tx.now,
        expires_at: expires,
      })
      .execute()
    await saveVictim(
      tx,
      locked,
      {},
      { kind: 'change', words: 'A link to their own page was made, as agreed with them.' },
    )
    return { id, token, code, expiresAt: expires.toISOString() }
  },
})
