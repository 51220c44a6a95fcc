import type { FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { returnPath } from '#platform/access/local-path.ts'
import type { OpenIdClient, ProviderSettings } from '#platform/access/open-id.ts'
import type { FieldErrors } from '#platform/errors/errors.ts'
import type { Store } from '#platform/db/transaction.ts'
import type { Assets } from '#ui/assets.ts'

/** What signing in needs from the roof. */
export interface SignInDeps {
  readonly store: Store
  readonly site: { readonly assets: Assets; readonly force: string; readonly demonstration: boolean }
  /** The force's identity provider; `demonstration` for personas; null where none was set up yet. */
  readonly provider: ProviderSettings | 'demonstration' | null
  /** Where people reach this server: asked at each use, since a port may be known only once it listens. */
  readonly publicUrl: () => string
  /** Cookies are for TLS only. */
  readonly secure: boolean
  /** Attempts a minute from one address, at each of the two doors to the provider; 60 unless said. */
  readonly attemptsPerMinute?: number
}

export interface SignIn extends SignInDeps {
  /** Null where no provider was set up. */
  readonly openId: OpenIdClient | null
}

/** A page without navigation, in this module's terms. */
export interface Plain {
  readonly title: string
  readonly lead?: ComponentChildren
  readonly body?: ComponentChildren
  readonly status?: number
  /** Room for cards beside one another. */
  readonly wide?: boolean
  /** What is wrong with the page's form, by field. */
  readonly errors?: FieldErrors
}

const text = z.string().max(2_000).optional().catch(undefined)
const queryOf = z.object({ back: text, for: text, persona: text, state: text, done: text }).catch({})

/** The query of a door, read kindly: what is not text counts as not there. */
export function readQuery(request: FastifyRequest): z.output<typeof queryOf> {
  return queryOf.parse(request.query)
}

/** The path that the query says to go back to; home when it says none of ours. */
export function backOf(request: FastifyRequest): string {
  return returnPath(readQuery(request).back)
}

/** The page of ours that the browser was on; home when it was elsewhere. */
export function refererOf(request: FastifyRequest): string {
  const { referer } = request.headers
  if (referer === undefined || !URL.canParse(referer)) return '/'
  const url = new URL(referer)
  return url.host === request.host ? returnPath(url.pathname + url.search) : '/'
}

/** A door's address with the way back. */
export function door(path: string, back: string, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...more, ...(back !== '/' && { back }) }).toString()
  return query === '' ? path : `${path}?${query}`
}
