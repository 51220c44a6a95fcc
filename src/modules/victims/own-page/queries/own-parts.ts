import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { aboutOwn, ownVictim, PAGE_PURPOSE } from '../whose.ts'
import { ownMessagesModel, ownWishesModel } from './own-model.ts'
import { settingOf } from './setting.ts'

export const openOwnWishes = query({
  name: 'own-page.wishes',
  summary: 'See how you said that you wish to be reached',
  input: z.object({}),
  output: ownWishesModel,
  access: { victim: 'any' },
  purpose: PAGE_PURPOSE,
  audit: { event: 'own-page.wishes-opened', subjects: aboutOwn },
  async run(tx) {
    const [own] = rowsAs<z.output<typeof ownWishesModel>>(
      await tx.client.query('SELECT id AS victim, contact_way AS way FROM victim'),
    )
    if (own === undefined) throw new NotFound({ kind: 'victim', id: ownVictim(tx) })
    return own
  },
})

export const openOwnHelped = query({
  name: 'own-page.helped',
  summary: 'Begin to say whether your page helped',
  input: z.object({}),
  output: z.object({ victim: z.uuid() }),
  access: { victim: 'any' },
  purpose: PAGE_PURPOSE,
  audit: { event: 'own-page.helped-opened', subjects: aboutOwn },
  run: (tx) => Promise.resolve({ victim: ownVictim(tx) }),
})

const MOST_SHOWN = 50

/** Throws NotFound where the force has no messages (VCP07). */
export const openOwnMessages = query({
  name: 'own-page.messages',
  summary: 'Read the messages between you and us',
  input: z.object({}),
  output: ownMessagesModel,
  access: { victim: 'any' },
  purpose: PAGE_PURPOSE,
  audit: { event: 'own-page.messages-opened', subjects: aboutOwn },
  async run(tx) {
    const victim = ownVictim(tx)
    if (!(await settingOf(tx)).messages) throw new NotFound({ kind: 'victim', id: victim })
    const rows = rowsAs<{ at: Date; fromVictim: boolean; words: string }>(
      await tx.client.query(
        `SELECT at, from_victim AS "fromVictim", words FROM victim_message ORDER BY at DESC, id LIMIT ${MOST_SHOWN}`,
      ),
    )
    return { victim, messages: rows.map((row) => ({ ...row, at: row.at.toISOString() })) }
  },
})
