import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Reader } from '#platform/access/reader.ts'
import { Invalid } from '#platform/errors/errors.ts'
import type { FormPost, Upload } from './routes.ts'

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** Puts the forms that carry a file into a scope of their own: no other route reads `multipart/form-data`. */
export function registerUploads<View>(
  server: FastifyInstance,
  forms: readonly FormPost<View>[],
  handlerOf: (form: FormPost<View>) => Handler,
): void {
  if (forms.length === 0) return
  void server.register(async (scope) => {
    await scope.register(multipart, { throwFileSizeLimit: false })
    for (const form of forms) scope.post(form.path, handlerOf(form))
  })
}

interface ReadBody {
  /** The fields by name; under the upload's field stands what its `take` gave. */
  readonly body: Readonly<Record<string, unknown>>
  /** Why reading broke off; null when all came. */
  readonly broken: Error | null
}

/**
 * Reads a form with a file. Not one byte of the file is kept before `admit`, given the CSRF token, has said who sends it
 * and that they may; so the hidden fields must stand before the file, as `Form` has them.
 */
export async function readUpload(
  request: FastifyRequest,
  upload: Upload,
  admit: (csrf: string | undefined) => Promise<Reader>,
): Promise<ReadBody> {
  const body: Record<string, unknown> = {}
  if (!request.isMultipart()) return { body: isFields(request.body) ? request.body : {}, broken: null }
  const limits = { files: 1, fields: 100, fieldSize: 100_000, fileSize: upload.maxBytes + 1 }
  try {
    for await (const part of arriving(request.parts({ limits }), upload)) {
      if (part.type === 'field') addField(body, part.fieldname, part.value)
      else if (part.fieldname !== upload.field || part.filename === '') part.file.resume()
      else {
        const csrf = body['_csrf']
        const reader = await admit(typeof csrf === 'string' ? csrf : undefined)
        body[upload.field] = await upload.take(
          { name: baseName(part.filename), bytes: capped(part.file, upload) },
          reader,
          body,
        )
      }
    }
    return { body, broken: null }
  } catch (error) {
    // Takes the rest in without looking, so that the browser reads the answer instead of a connection cut off.
    request.raw.unpipe()
    request.raw.resume()
    return { body, broken: error instanceof Error ? error : new Error(String(error)) }
  }
}

function isFields(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null
}

/** Several boxes of one name are a list. */
function addField(body: Record<string, unknown>, name: string, value: unknown): void {
  const before = body[name]
  if (before === undefined) body[name] = value
  else body[name] = Array.isArray(before) ? [...(before as unknown[]), value] : [before, value]
}

function baseName(name: string): string {
  return name.split(/[\\/]/).at(-1) ?? name
}

/** What breaks while it comes in is the sender's trouble, or the line's: said beside the field, and no fault of ours. */
async function* arriving<Part>(parts: AsyncIterable<Part>, upload: Upload): AsyncIterable<Part> {
  try {
    yield* parts
  } catch {
    throw new Invalid({ [upload.field]: 'The form did not arrive whole. Choose the file and send it again.' })
  }
}

async function* capped(bytes: AsyncIterable<Uint8Array>, upload: Upload): AsyncIterable<Uint8Array> {
  let count = 0
  for await (const chunk of arriving(bytes, upload)) {
    count += chunk.length
    if (count > upload.maxBytes) throw new Invalid({ [upload.field]: upload.tooLarge })
    yield chunk
  }
}
