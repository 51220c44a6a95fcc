import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { Invalid } from '#platform/errors/errors.ts'

const received = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
  name: z.string(),
  mediaType: z.string(),
  account: z.uuid(),
})

/** A file that somebody has sent and that lies in the store, with no document about it yet. */
type Received = z.output<typeof received>

/** Signs for files that came in. A receipt proves that this very account sent these very bytes: an SHA-256 alone, which
 * somebody may have seen elsewhere, opens nothing. The same file gives the same receipt, so a form sent twice is one act. */
export interface Receipts {
  give(this: void, file: Received): string
  /** Throws Invalid at `file` when it is not a receipt of ours for this account. */
  redeem(this: void, receipt: string, account: string | null): Received
}

/** Receipts of one process: they end with it, and the file is then chosen again. */
export function createReceipts(secret: Uint8Array = randomBytes(32)): Receipts {
  const sign = (body: string): string => createHmac('sha256', secret).update(body).digest('base64url')
  return {
    give(file) {
      const body = encode(file)
      return `${body}.${sign(body)}`
    },
    redeem(receipt, account) {
      const [body = '', signature = ''] = receipt.split('.')
      const wanted = Buffer.from(sign(body))
      const given = Buffer.from(signature)
      const file = given.length === wanted.length && timingSafeEqual(given, wanted) ? decode(body) : null
      if (file === null || file.account !== account) throw new Invalid({ file: 'Choose the file again' })
      return file
    },
  }
}

/** The file's name on a receipt, for the form that is shown again; null when it cannot be read. Proves nothing. */
export function nameOnReceipt(receipt: unknown): string | null {
  return typeof receipt === 'string' ? (decode(receipt.split('.')[0] ?? '')?.name ?? null) : null
}

function encode(file: Received): string {
  return Buffer.from(JSON.stringify(received.parse(file))).toString('base64url')
}

function decode(body: string): Received | null {
  try {
    return received.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
  } catch {
    return null
  }
}
