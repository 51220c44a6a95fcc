import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { Forbidden, Invalid, SignInNeeded } from '#platform/errors/errors.ts'
import { readFormBody } from '#platform/forms/body.ts'
import type { Command, Query } from '#platform/operations/define.ts'
import { run } from '#platform/operations/run.ts'
import { OWN } from '../addresses.ts'
import { EN } from '../catalogue/en.ts'
import type { FormState } from '../views/forms.tsx'
import type { Frame } from '../views/frame.tsx'
import { ownSessionHash } from './cookies.ts'
import type { OwnPageDeps } from './deps.ts'

/** A form of the victim’s own page: what it shows, what it does, and what is said where a field is wrong. */
export interface OwnForm<O extends z.ZodType> {
  readonly path: string
  readonly query: Query<string, z.ZodType, O>
  readonly command: Command
  readonly fields: readonly string[]
  /** What to do about a field that is missing, and about one that is too long. */
  readonly says: { readonly missing: string; readonly tooLong: string }
  /** The page to go on to, with the word for what was done. */
  readonly next: string
  view(this: void, frame: Frame, model: z.output<O>, form: FormState): string
}

/** Runs an operation in the victim’s session, checking the form’s token as soon as the session is known. */
export async function inSession<I extends z.ZodType, O extends z.ZodType>(
  { store }: OwnPageDeps,
  request: FastifyRequest,
  operation: Query<string, I, O> | Command<string, I, O>,
  input: unknown,
  sent?: { readonly csrf: string | undefined },
): Promise<{ readonly output: z.output<O>; readonly csrf: string }> {
  const hash = ownSessionHash(request)
  if (hash === null) throw new SignInNeeded('absent')
  let csrf = ''
  const output = await run(store, operation, {
    who: { victimSession: hash },
    request: { requestId: request.id, origin: request.ip },
    input,
    onEntered: (_reader, session) => {
      csrf = session?.csrfToken ?? ''
      if (sent !== undefined && (csrf === '' || sent.csrf !== csrf)) throw new Forbidden()
    },
  })
  return { output, csrf }
}

export async function showForm<O extends z.ZodType>(
  deps: OwnPageDeps,
  form: OwnForm<O>,
  request: FastifyRequest,
  reply: FastifyReply,
  again?: Pick<FormState, 'error' | 'values'> & { readonly once: string | undefined },
): Promise<unknown> {
  const { output, csrf } = await inSession(deps, request, form.query, {})
  const html = form.view(frameOf(deps), output, {
    csrf,
    once: again?.once ?? randomUUID(),
    error: again?.error ?? null,
    values: again?.values ?? {},
    done: doneOf(request),
  })
  return reply
    .code(again === undefined ? 200 : 400)
    .type('text/html; charset=utf-8')
    .send(html)
}

export async function takeForm<O extends z.ZodType>(
  deps: OwnPageDeps,
  form: OwnForm<O>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { controls, answers } = readFormBody(request.body)
  // Whose it is says the session alone: what else was sent is left out.
  const input = Object.fromEntries([...form.fields, 'once'].map((name) => [name, answers[name]]))
  try {
    await inSession(deps, request, form.command, input, { csrf: controls.csrf })
    return await reply.redirect(form.next, 303)
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const field = form.fields.find((name) => error.fields[name] !== undefined) ?? form.fields[0] ?? ''
    const typed = answers[field]
    const text = typeof typed === 'string' && typed.trim().length > 100 ? form.says.tooLong : form.says.missing
    const values = Object.fromEntries(
      Object.entries(answers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    )
    return showForm(deps, form, request, reply, { error: { text, field }, values, once: values['once'] })
  }
}

export function frameOf({ assets }: OwnPageDeps): Frame {
  return { assets, words: EN }
}

const DONE: Readonly<Record<string, string>> = {
  wishes: EN.wishes.done,
  helped: EN.helped.done,
  sent: EN.messages.done,
}

/** Said once after a form: a code that the catalogue puts into words. */
export function doneOf(request: FastifyRequest): string | null {
  const query: unknown = request.query
  const done = typeof query === 'object' && query !== null && 'done' in query ? query.done : null
  return typeof done === 'string' && Object.hasOwn(DONE, done) ? (DONE[done] ?? null) : null
}

export const doneAt = (done: string, path = OWN): string => `${path}?done=${done}`
