import { randomUUID } from 'node:crypto'
import { measuresOf, type Measures } from '#kernel/measures/registry.ts'
import { rowsAs } from '#platform/edge.ts'
import { transaction, type Store, type Tx, type Who } from '#platform/db/transaction.ts'
import { inviteInspector } from './visits/invite.ts'
import { makePack } from './packs/pack-operations.ts'
import { drawSampleCommand } from './prove/draw-sample.ts'
import { openSample, openSampleRow } from './prove/open-sample.ts'
import { showProof } from './prove/show-proof.ts'
import { showChief } from './queries/show-chief.ts'
import { showQuestion } from './queries/show-question.ts'
import { showQuestions } from './queries/show-questions.ts'

/** The report of a made-up force, told of the small force of the tests. Four findings: E1 one, E2 two, E4 one. */
export function reportOfVale(lines: readonly string[]): string {
  return lines.join('\n').replaceAll('Barsetshire', 'Vale')
}

/** One measure of the first question whose rows are the crimes of a month, and can be drawn from. */
export const measures: Measures = measuresOf([
  {
    code: 'T-CRIMES',
    version: 1,
    name: 'Crimes',
    definition: 'All crimes of a month.',
    numerator: 'Crimes.',
    denominator: null,
    unknown: 'None.',
    unit: 'count',
    direction: 'neither',
    question: 'E1',
    source: 'A test.',
    authority: 'A test',
    by: [],
    compute: () => Promise.resolve({ values: [], sourceAt: null }),
    rowsAt: ({ month }) => `/rows?month=${month}`,
    population: async (tx, month) =>
      rowsAs<{ id: string }>(
        await tx.client.query(`SELECT 'occurrence:' || id AS id FROM occurrence WHERE month = $1`, [`${month}-01`]),
      ).map(({ id }) => id),
  },
])

/** The operations on these measures. */
export const operations = {
  questions: showQuestions(measures),
  question: showQuestion(measures),
  chief: showChief(measures),
  proof: showProof(measures),
  pack: makePack(measures),
  invite: inviteInspector(measures),
  draw: drawSampleCommand(measures),
  sample: openSample(measures),
  row: openSampleRow(measures),
} as const

/** What the SQL of a page is: each statement that its query sends, besides those that open and close the transaction. */
export async function statementsOf(store: Store, who: Who, query: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  const sent: string[] = []
  const request = { requestId: randomUUID(), purpose: 'test', origin: 'test' }
  await transaction(store, who, request, async (entered) => {
    const tx = await entered.open()
    const send = tx.client.query.bind(tx.client)
    Object.assign(tx.client, {
      query: (...given: Parameters<typeof send>) => {
        sent.push(given[0])
        return send(...given)
      },
    })
    try {
      await query(tx)
    } finally {
      Object.assign(tx.client, { query: send })
    }
    return { value: undefined, audit: [] }
  })
  return sent
}
