import { createReadStream } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { Invalid } from '#platform/errors/errors.ts'
import { hasCode } from '#platform/files/has-code.ts'
import { makeSyncedFolder, syncFolder } from '#platform/files/synced.ts'
import type { Seal } from './seal.ts'

/** A seal as it stands in the file outside the database: one JSON object a line. */
const exportedSeal = z.object({
  seq: z.int().positive(),
  era: z.int().positive(),
  fromXact: z.string().regex(/^\d+$/),
  toXact: z.string().regex(/^\d+$/),
  rows: z.int().positive(),
  firstAt: z.string().regex(/^-?\d+$/),
  lastAt: z.string().regex(/^-?\d+$/),
  sealedAt: z.iso.datetime().transform((text) => new Date(text)),
  head: z.string().regex(/^[0-9a-f]{64}$/),
})

/** Adds seals at the end of the file; they are on the disk when this resolves. */
export async function appendSeals(file: string, seals: readonly Seal[]): Promise<void> {
  const handle = await openForAppend(file)
  try {
    await handle.appendFile(seals.map((seal) => `${JSON.stringify(seal)}\n`).join(''))
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

async function openForAppend(file: string): Promise<FileHandle> {
  try {
    const handle = await open(file, 'ax', 0o600)
    await syncFolder(dirname(file))
    return handle
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return open(file, 'a')
    if (!hasCode(error, 'ENOENT')) throw error
    await makeSyncedFolder(dirname(file))
    return openForAppend(file)
  }
}

/** Long enough for several lines, so that the last whole one is in it. */
const TAIL_BYTES = 4096

/**
 * The last seal in the file, or null where there is none. A last line that a crash cut short is taken away first: it is
 * written again from the database.
 */
export async function lastSealIn(file: string): Promise<Seal | null> {
  let handle: FileHandle
  try {
    handle = await open(file, 'r+')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
  try {
    const { size } = await handle.stat()
    const start = Math.max(0, size - TAIL_BYTES)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start)
    const end = buffer.subarray(0, bytesRead).lastIndexOf('\n') + 1
    if (start + end < size) await handle.truncate(start + end)
    const line = buffer.subarray(0, end).toString('utf8').trimEnd().split('\n').at(-1)
    return line === undefined || line === '' ? null : parseSeal(line, file, null)
  } finally {
    await handle.close()
  }
}

/** The seals in the file as it is now, in its order: not what is added meanwhile. A last line that was cut short is left out; any other that cannot be read throws Invalid. */
export async function* readSeals(file: string): AsyncGenerator<Seal> {
  const { size } = await stat(file).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error
    throw new Invalid({ heads: `There is no file of seal heads at ${file}.` })
  })
  if (size === 0) return
  let number = 0
  let before: string | null = null
  const input = createReadStream(file, { encoding: 'utf8', end: size - 1 })
  for await (const line of createInterface({ input })) {
    if (before !== null) yield parseSeal(before, file, ++number)
    before = line
  }
  if (before !== null && before.endsWith('}')) yield parseSeal(before, file, ++number)
}

function parseSeal(line: string, file: string, number: number | null): Seal {
  const where = number === null ? 'the last line' : `line ${number}`
  try {
    return exportedSeal.parse(JSON.parse(line))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      throw new Invalid({
        heads: `${file}, ${where}: this is not a seal's head as \`audit export-heads\` writes them.`,
      })
    throw error
  }
}
