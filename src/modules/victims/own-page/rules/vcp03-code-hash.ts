import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** 16 MB and some tens of milliseconds for each try. */
const COST = { N: 16_384, r: 8, p: 1 } as const

/**
 * VCP03: what is kept of a code: scrypt of it together with its link. Six digits alone could be tried out by whoever has the
 * database; without the link's 256 bits, of which it keeps only a hash, they cannot. Source: this project.
 */
export function codeHash(code: string, token: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(`${token} ${code}`, salt, 32, COST, (error, hash) => (error === null ? resolve(hash) : reject(error)))
  })
}

/** The same work whether or not there is a link to set it against. */
export async function codeFits(
  code: string,
  token: string,
  kept: { readonly salt: Uint8Array; readonly hash: Uint8Array } | null,
): Promise<boolean> {
  const hash = await codeHash(code, token, kept?.salt ?? NOBODYS.salt)
  return timingSafeEqual(hash, kept?.hash ?? NOBODYS.hash) && kept !== null
}

/** Set against what is typed for a link that is none. */
const NOBODYS = { salt: randomBytes(16), hash: randomBytes(32) }
