import { randomBytes, randomInt } from 'node:crypto'

/** VCP02: an unused link is over after so many hours. Source: this project (default). */
export const LINK_HOURS = 72
/** VCP02: the fifth wrong code ends the link. Migration 0035 holds the same. Source: this project (default). */
export const MOST_TRIES = 5

const TOKEN_BYTES = 32
const CODE_DIGITS = 6

/** VCP02: 256 random bits for the link, and six digits to be said: "417203". */
export function newSecrets(): { readonly token: string; readonly code: string } {
  return {
    token: randomBytes(TOKEN_BYTES).toString('base64url'),
    code: String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0'),
  }
}

/** "417 203", as it is said and shown. */
export function codeWords(code: string): string {
  return code.replace(/(\d{3})(?=\d)/g, '$1 ')
}

/** What was typed without the spaces and strokes that people put into numbers. */
export function readCode(typed: unknown): string {
  return typeof typed === 'string' ? typed.replaceAll(/[\s.-]/g, '').slice(0, 40) : ''
}

export type LinkState = 'waiting' | 'used' | 'expired' | 'ended'

/** How a link stands at a moment. */
export function linkState(
  link: { readonly usedAt: Date | null; readonly endedAt: Date | null; readonly expiresAt: Date },
  now: Date,
): LinkState {
  if (link.usedAt !== null) return 'used'
  if (link.endedAt !== null) return 'ended'
  return link.expiresAt > now ? 'waiting' : 'expired'
}
