import { createHash } from 'node:crypto'
import { Conflict } from '#platform/errors/errors.ts'
import type { Tx } from '#platform/db/transaction.ts'

/** A key that the client makes once for each act and sends again with each retry of it. */
export type IdempotencyKey = string

/**
 * Claims the key inside the command's own transaction. Gives the output of the first time when it was done before; a
 * second request at the same moment waits for the first. Throws Conflict when the key was used for something else.
 */
export async function claimKey(
  tx: Tx,
  key: IdempotencyKey,
  command: string,
  input: unknown,
): Promise<{ readonly before: unknown } | null> {
  if (tx.reader.account === null) return null
  const inputHash = createHash('sha256').update(JSON.stringify(input)).digest()
  const claimed = await tx.client.query(
    `INSERT INTO idempotency_key (account_id, key, command, input_hash, made_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT DO NOTHING`,
    [tx.reader.account, key, command, inputHash, tx.now],
  )
  if (claimed.rowCount === 1) return null
  const { rows } = await tx.client.query<{ command: string; input_hash: Buffer; output: unknown }>(
    'SELECT command, input_hash, output FROM idempotency_key WHERE account_id = $1 AND key = $2',
    [tx.reader.account, key],
  )
  const first = rows[0]
  if (first === undefined || first.command !== command || !first.input_hash.equals(inputHash))
    throw new Conflict('This form was sent before with other answers. Open the page again and repeat the change there.')
  return { before: first.output }
}

export async function keepOutput(tx: Tx, key: IdempotencyKey, output: unknown): Promise<void> {
  if (tx.reader.account === null) return
  await tx.client.query('UPDATE idempotency_key SET output = $3 WHERE account_id = $1 AND key = $2', [
    tx.reader.account,
    key,
    JSON.stringify(output),
  ])
}
