import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Measures } from '#kernel/measures/registry.ts'
import { command, download, query } from '#kernel/operations.ts'
import type { Marking } from '#platform/access/reader.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Forbidden, NotFound } from '#platform/errors/errors.ts'
import { text } from '#platform/forms/fields.ts'
import { about } from '#platform/operations/define.ts'
import { JUDGES } from '#modules/inspections/index.ts'
import { chosenFramework } from '../facts/framework-facts.ts'
import { gatherPack } from './gather-pack.ts'
import { packContent, type PackContent } from './pack-content.ts'
import { packDocument } from './pack-document.ts'

const packId = z.uuid({ error: 'This is not the reference of an evidence pack' })

/** Freezes everything that its maker may read of a framework, with the figures. */
export const makePack = (measures: Measures) =>
  command({
    name: 'pack.make',
    summary: 'Make an evidence pack of a framework: all that you may read of it, frozen now',
    input: z.object({ framework: text('Framework', 40) }),
    output: z.object({ id: z.uuid() }),
    access: { staff: JUDGES, stepUp: true },
    purpose: 'evidence pack',
    audit: {
      event: 'pack.made',
      subjects: (_, { id }) => [{ kind: 'evidence-pack', id }],
      detail: ({ framework }) => ({ framework }),
    },
    async run(tx, { framework: asked }) {
      if (tx.reader.account === null) throw new Forbidden()
      const framework = await chosenFramework(tx, asked)
      const id = randomUUID()
      const gathered = await gatherPack(tx, measures, framework, id)
      const content = JSON.stringify(gathered)
      await tx.db
        .insertInto('evidence_pack')
        .values({
          id,
          framework: framework.code,
          content,
          content_sha256: createHash('sha256').update(content).digest('hex'),
          marking: gathered.marking,
          made_by: tx.reader.account,
          made_at: tx.now,
        })
        .execute()
      return { id }
    },
  })

export const listPacks = query({
  name: 'pack.list',
  summary: 'The evidence packs that you made, the newest first',
  input: z.object({}),
  output: z.object({
    packs: z
      .array(z.object({ id: z.uuid(), framework: z.string(), madeAt: z.iso.datetime(), marking: z.enum(MARKINGS) }))
      .readonly(),
    total: z.int(),
  }),
  access: { staff: JUDGES },
  purpose: 'evidence pack',
  audit: { event: 'pack.listed', subjects: about.nobody },
  async run(tx) {
    const rows = rowsAs<{ id: string; framework: string; madeAt: Date; marking: Marking; total: number }>(
      await tx.client.query(
        `SELECT id, framework, made_at AS "madeAt", marking, count(*) OVER ()::int AS total FROM evidence_pack
        ORDER BY made_at DESC, id LIMIT 50`,
      ),
    )
    return {
      packs: rows.map(({ id, framework, madeAt, marking }) => ({
        id,
        framework,
        madeAt: madeAt.toISOString(),
        marking,
      })),
      total: rows[0]?.total ?? 0,
    }
  },
})

export const packModel = z.object({ id: z.uuid(), sha256: z.string(), content: packContent })
export type Pack = z.output<typeof packModel>

export const openPack = query({
  name: 'pack.open',
  summary: 'Read an evidence pack that you made, to print it',
  input: z.object({ id: packId }),
  output: packModel,
  access: { staff: JUDGES },
  purpose: 'evidence pack',
  audit: { event: 'pack.opened', subjects: ({ id }) => [{ kind: 'evidence-pack', id }] },
  run: (tx, { id }) => getPack(tx, id),
})

export const exportPack = download({
  name: 'pack.export',
  summary: 'Take out an evidence pack that you made, for a word processor',
  input: z.object({ id: packId }),
  access: { staff: JUDGES, stepUp: true },
  purpose: 'evidence pack',
  audit: {
    event: 'pack.exported',
    subjects: ({ id }) => [{ kind: 'evidence-pack', id }],
    detail: (_, { fileName }) => ({ fileName }),
  },
  async run(tx, { id }) {
    const pack = await getPack(tx, id)
    return {
      fileName: `${pack.content.marking} evidence pack ${pack.content.framework.code}.docx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      rows: null,
      body: Readable.from([await packDocument(pack)]),
    }
  },
})

/** Throws NotFound, whether there is none, somebody else made it, or it is marked above this reader's clearance by now. */
async function getPack(tx: Tx, id: string): Promise<Pack> {
  const [row] = rowsAs<{ content: string; sha256: string }>(
    await tx.client.query('SELECT content, content_sha256 AS sha256 FROM evidence_pack WHERE id = $1', [id]),
  )
  if (row === undefined) throw new NotFound({ kind: 'evidence-pack', id })
  const content: PackContent = packContent.parse(JSON.parse(row.content))
  return { id, sha256: row.sha256, content }
}
