import { z } from 'zod'
import { Forbidden } from '#platform/errors/errors.ts'
import { text } from '#platform/forms/fields.ts'
import { command } from '../operations.ts'
import { refuseOn } from '../organisation/rules/rule.ts'
import { sameVersion, version } from '../organisation/versions.ts'
import { documentId, getDocument } from './row.ts'
import { notWithdrawnYet } from './rules/doc04-withdrawal.ts'

export const withdrawDocument = command({
  name: 'document.withdraw',
  summary: 'Withdraw a document, with the reason: nobody opens it any more, and it is kept until its disposal',
  input: z.object({ id: documentId, version, reason: text('Reason', 1000) }),
  output: z.object({ id: z.string() }),
  access: { staff: 'any' },
  purpose: 'documents',
  audit: { event: 'document.withdrawn', subjects: (input) => [{ kind: 'document', id: input.id }] },
  async run(tx, input) {
    const seen = await getDocument(tx, input.id)
    if (seen.addedBy !== tx.reader.account && !tx.reader.roles.includes('records-custodian'))
      throw new Forbidden('Whoever added a document, or a records custodian, withdraws it.')
    await tx.client.query('SELECT FROM document WHERE id = $1 FOR UPDATE', [input.id])
    const document = await getDocument(tx, input.id)
    refuseOn(notWithdrawnYet(document.withdrawnAt))
    sameVersion(document, input.version)
    await tx.db
      .updateTable('document')
      .set({ withdrawn_at: tx.now, withdrawn_reason: input.reason, version: document.version + 1 })
      .where('id', '=', input.id)
      .execute()
    return { id: input.id }
  },
})
