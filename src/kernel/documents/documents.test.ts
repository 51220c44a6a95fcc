import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text as textOf } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Conflict, Forbidden, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { createFolderFileStore } from '#platform/files/folder-file-store.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { startDownload } from '#platform/operations/run.ts'
import type { Reader } from '#platform/access/reader.ts'
import { withSmallForce } from '../organisation/testing.ts'
import { makeCompartment } from '../organisation/compartment/make.ts'
import { documentsIn } from './documents.ts'
import { DOCUMENT_SETTINGS } from './file-types.ts'
import { listDocuments } from './list.ts'
import { openDocument } from './open.ts'
import { withdrawDocument } from './withdraw.ts'

const force = withSmallForce()
let folder: string
let files: FileStore
let documents: ReturnType<typeof documentsIn>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frankpledge-documents-'))
  files = createFolderFileStore({ folder })
  documents = documentsIn(files, { ...DOCUMENT_SETTINGS, maxBytes: 1_000 })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const pdf = '%PDF-1.7 briefing for the night shift'
const send = (reader: Reader, name: string, content: string, answers: object = {}) =>
  documents.upload.take({ name, bytes: Readable.from([Buffer.from(content)]) }, reader, { ...answers })
const about = (file: string, more: object = {}) => ({
  title: 'Night briefing',
  marking: 'OFFICIAL',
  reach: 'force',
  file,
  ...more,
})
const fetchFile = (reader: Reader, id: string) =>
  startDownload(force().store, documents.openDocumentFile, {
    who: { reader },
    request: { requestId: 'test', origin: 'test' },
    input: { id },
  })

describe('A document', () => {
  test('is added with its file, once for one key, and opened again byte for byte', async () => {
    const { as, readers, audited } = force()
    const file = await send(readers.sergeant, 'brief.PDF', pdf)
    const key = 'one-key-for-one-act'
    const first = await as(readers.sergeant, documents.addDocument, about(file), { key })
    const again = await send(readers.sergeant, 'brief.PDF', pdf)
    expect(await as(readers.sergeant, documents.addDocument, about(again), { key })).toEqual(first)
    const opened = await fetchFile(readers.admin, first.id)
    expect(opened.fileName).toBe('OFFICIAL brief.PDF')
    expect(opened.mediaType).toBe('application/pdf')
    expect(await textOf(opened.body)).toBe(pdf)
    expect((await audited('document.downloaded'))[0]).toEqual({
      outcome: 'intended',
      subjects: [`document ${first.id}`],
    })
  })

  test('twice the same file is one blob and two documents', async () => {
    const { as, readers } = force()
    const one = await as(readers.sergeant, documents.addDocument, about(await send(readers.sergeant, 'a.pdf', pdf)))
    const two = await as(readers.admin, documents.addDocument, about(await send(readers.admin, 'b.pdf', pdf)))
    expect(two.sha256).toBe(one.sha256)
    expect(two.id).not.toBe(one.id)
    const names = []
    for await (const { sha256 } of files.list()) names.push(sha256)
    expect(names).toEqual([one.sha256])
  })

  test('above OFFICIAL-SENSITIVE is held elsewhere: not a byte of it is kept', async () => {
    const { as, readers } = force()
    await expect(send(readers.sergeant, 'x.pdf', `${pdf} secret`, { marking: 'SECRET' })).rejects.toThrow(
      'held elsewhere',
    )
    const receipt = await send(readers.sergeant, 'x.pdf', pdf)
    const add = as(readers.sergeant, documents.addDocument, about(receipt, { marking: 'TOP SECRET' }))
    await expect(add).rejects.toThrow('held elsewhere')
  })

  test('needs the clearance and the compartment of the one who adds it', async () => {
    const { as, readers } = force()
    const low: Reader = { ...readers.sergeant, clearance: 'OFFICIAL' }
    const receipt = await send(low, 'x.pdf', pdf)
    await expect(as(low, documents.addDocument, about(receipt, { marking: 'OFFICIAL-SENSITIVE' }))).rejects.toThrow(
      'Your clearance is OFFICIAL',
    )
    const { id } = await as(readers.custodian, makeCompartment, { name: 'Heron', reason: 'Enquiry' })
    await expect(as(low, documents.addDocument, about(receipt, { compartment: id }))).rejects.toBeInstanceOf(
      RuleRefused,
    )
    const inside: Reader = { ...low, compartments: [id] }
    const added = await as(inside, documents.addDocument, about(receipt, { compartment: String(id) }))
    await expect(as(readers.admin, openDocument, { id: added.id })).rejects.toBeInstanceOf(NotFound)
    await expect(fetchFile(readers.admin, added.id)).rejects.toBeInstanceOf(NotFound)
    expect((await as(inside, openDocument, { id: added.id })).compartmentName).toBe('Heron')
  })

  test('of a unit is listed only for those who reach it', async () => {
    const { as, readers, units } = force()
    const receipt = await send(readers.sergeant, 'unit.pdf', pdf)
    await expect(as(readers.sergeant, documents.addDocument, about(receipt, { reach: 'unit' }))).rejects.toMatchObject({
      fields: { unit: 'Choose the unit from the list' },
    })
    const of = { title: 'East only', reach: 'unit', unit: units.east }
    await as(readers.sergeant, documents.addDocument, about(receipt, of))
    const titles = async (reader: Reader) =>
      (await as(reader, listDocuments, { q: 'east' })).documents.map((d) => d.title)
    expect(await titles(readers.sergeant)).toEqual(['East only'])
    expect(await titles(readers.admin)).toEqual([])
    expect(await titles({ ...readers.admin, units: [units.east] })).toEqual(['East only'])
  })

  test('is withdrawn with a reason by whoever added it or a custodian, and then opens no more', async () => {
    const { as, readers } = force()
    const { id } = await as(readers.sergeant, documents.addDocument, about(await send(readers.sergeant, 'w.pdf', pdf)))
    const withdraw = (reader: Reader, version: number) =>
      as(reader, withdrawDocument, { id, version, reason: 'Wrong file' })
    await expect(withdraw(readers.admin, 1)).rejects.toBeInstanceOf(Forbidden)
    await expect(withdraw(readers.sergeant, 2)).rejects.toBeInstanceOf(Conflict)
    await withdraw(readers.sergeant, 1)
    await expect(withdraw(readers.sergeant, 2)).rejects.toThrow('withdrawn already')
    await expect(fetchFile(readers.sergeant, id)).rejects.toThrow('has been withdrawn')
    expect(await textOf((await fetchFile(readers.custodian, id)).body)).toBe(pdf)
  })
})

describe('A file', () => {
  test('is told by what is in it, not only by its name', async () => {
    const { readers } = force()
    await expect(send(readers.sergeant, 'tool.exe', 'MZ')).rejects.toMatchObject({
      fields: { file: expect.stringContaining('must be one of: pdf, docx') },
    })
    await expect(send(readers.sergeant, 'a.pdf', 'MZ this is a program')).rejects.toThrow('this is no PDF')
    await expect(send(readers.sergeant, 'a.pdf', '')).rejects.toThrow('The file is empty')
    await expect(send(readers.sergeant, 'a.txt', 'x')).resolves.toContain('.')
  })
  test('of somebody else cannot be claimed by its receipt, nor by knowing its SHA-256', async () => {
    const { as, readers } = force()
    const receipt = await send(readers.sergeant, 'a.pdf', pdf)
    const claim = (file: string) => as(readers.admin, documents.addDocument, about(file))
    await expect(claim(receipt)).rejects.toMatchObject({ fields: { file: 'Choose the file again' } })
    const [body = '', signature = ''] = receipt.split('.')
    const forged = Buffer.from(
      Buffer.from(body, 'base64url').toString().replace(force().people.sergeant, force().people.admin),
    ).toString('base64url')
    await expect(claim(`${forged}.${signature}`)).rejects.toMatchObject({ fields: { file: 'Choose the file again' } })
    await expect(claim('nonsense')).rejects.toMatchObject({ fields: { file: 'Choose the file again' } })
  })
})
