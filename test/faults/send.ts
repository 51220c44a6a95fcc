import { setTimeout as sleep } from 'node:timers/promises'
import type { SignedIn } from '../service/installation.ts'
import type { Ledger } from './ledger.ts'

export interface Sender {
  readonly origin: string
  readonly who: SignedIn
  readonly ledger: Ledger
  readonly stop: AbortSignal
}

export interface Act {
  readonly path: string
  readonly input: Readonly<Record<string, unknown>>
  readonly key?: string
}

/** How long a client waits before it sends again. */
const AGAIN_MS = 25
/** A request that has no answer by then is sent again. */
const PATIENCE_MS = 10_000

/**
 * Sends a command until it is acknowledged, over lost connections and 503s, always with the same key. Gives what came
 * back; null when it was told to stop first, or the answer was one that no client should get.
 */
export async function sendUntilDone({ origin, who, ledger, stop }: Sender, act: Act): Promise<unknown> {
  for (let attempt = 0; !stop.aborted; attempt++) {
    const answer = await post(origin, who, act)
    if (answer?.status === 200) {
      ledger.acknowledged++
      return answer.body
    }
    if (answer !== null && answer.status !== 503) {
      ledger.surprises.push(
        `${act.path} answered ${answer.status}, attempt ${attempt + 1}: ${JSON.stringify(answer.body)}`,
      )
      return null
    }
    ledger.retries++
    await sleep(AGAIN_MS)
  }
  return null
}

async function post(origin: string, who: SignedIn, act: Act): Promise<{ status: number; body: unknown } | null> {
  try {
    const response = await fetch(`${origin}${act.path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: who.cookie,
        'x-csrf-token': who.csrf,
        ...(act.key !== undefined && { 'idempotency-key': act.key }),
      },
      body: JSON.stringify(act.input),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    // An acknowledgement counts once it has come in whole.
    return { status: response.status, body: JSON.parse(await response.text()) }
  } catch {
    return null
  }
}
