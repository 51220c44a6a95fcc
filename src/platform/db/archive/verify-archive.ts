import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { hasCode } from '#platform/files/has-code.ts'
import { filesPart } from './archive-files.ts'
import { ArchiveError } from './archive-error.ts'
import { archiveVersion, Manifest, manifestName, sealHeadsName, sumsName } from './manifest.ts'
import { hashFile } from './part-files.ts'

const damaged = (part: string, how: string): ArchiveError =>
  new ArchiveError(`The archive is damaged: ${part} ${how}. Nothing was restored; use another copy of the backup.`)

/**
 * What the archive says it holds.
 *
 * @throws {ArchiveError} when it is no archive of ours, or one of a later form.
 */
export const readManifest = async (archive: string): Promise<Manifest> => {
  let text: string
  try {
    text = await readFile(join(archive, manifestName), 'utf8')
  } catch (error) {
    if (!hasCode(error, 'ENOENT') && !hasCode(error, 'ENOTDIR')) throw error
    throw new ArchiveError(`${archive} is not a backup: it has no ${manifestName}.`)
  }
  try {
    const manifest = Manifest.parse(JSON.parse(text))
    if (manifest.version === archiveVersion) return manifest
    throw new ArchiveError(
      `The archive has form ${manifest.version}, which this release does not know. Use a later release.`,
    )
  } catch (error) {
    throw error instanceof ArchiveError ? error : damaged(manifestName, 'cannot be read')
  }
}

const verifyPart = async (archive: string, part: string, sha256: string): Promise<void> => {
  let found: string
  try {
    found = await hashFile(join(archive, part))
  } catch (error) {
    throw hasCode(error, 'ENOENT') ? damaged(part, 'is missing') : damaged(part, `cannot be read (${String(error)})`)
  }
  if (found !== sha256) throw damaged(part, 'is not as it was written')
}

/** The parts that must be there, whatever the list of sums says: the list itself may have been cut short. */
const expectedParts = (manifest: Manifest): Set<string> =>
  new Set([manifestName, ...manifest.tables.map(({ part }) => part), ...(manifest.sealHeads ? [sealHeadsName] : [])])

const sumLine = /^([0-9a-f]{64}) {2}([0-9A-Za-z_][0-9A-Za-z_./-]*)$/

/**
 * Reads every byte of the archive and checks it, before anything is changed.
 *
 * @throws {ArchiveError} naming the part that is missing or not as it was written.
 */
export const verifyArchive = async (archive: string, manifest: Manifest): Promise<void> => {
  const missing = expectedParts(manifest)
  let files = 0
  try {
    for await (const line of createInterface({
      input: createReadStream(join(archive, sumsName)),
      crlfDelay: Infinity,
    })) {
      const [, sha256, part] = sumLine.exec(line) ?? []
      if (sha256 === undefined || part === undefined || part.includes('..')) throw damaged(sumsName, 'cannot be read')
      await verifyPart(archive, part, sha256)
      missing.delete(part)
      if (part.startsWith(`${filesPart}/`)) files += 1
    }
  } catch (error) {
    throw hasCode(error, 'ENOENT') ? damaged(sumsName, 'is missing') : error
  }
  for (const part of missing) throw damaged(sumsName, `does not name ${part}`)
  if (files !== manifest.files.count) {
    throw damaged(sumsName, `names ${files} files where there were ${manifest.files.count}`)
  }
}
