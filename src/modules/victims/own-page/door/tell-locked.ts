import type { FastifyRequest } from 'fastify'
import { systemReader } from '#platform/access/reader.ts'
import { transaction, type Store } from '#platform/db/transaction.ts'
import { PAGE_PURPOSE } from '../whose.ts'
import { tellStaff } from '../commands/tell-staff.ts'

/** Five wrong codes on a link: whoever looks after the victim asks them, since somebody else may have it. */
export async function tellLocked(store: Store, request: FastifyRequest, victim: string): Promise<void> {
  const context = { requestId: request.id, purpose: PAGE_PURPOSE, origin: request.ip }
  const reader = systemReader('system:victim-page')
  await transaction(store, { reader }, context, async (entered) => {
    await tellStaff(await entered.open(), victim, 'victim.link-locked', {
      kind: 'note',
      words: 'Five wrong codes were tried on the link to their own page. It is dead. Ask them whether it was them.',
    })
    const subjects = [{ kind: 'victim', id: victim }]
    return { value: undefined, audit: [{ event: 'victim-page.link-locked', outcome: 'done', subjects }] }
  })
}
