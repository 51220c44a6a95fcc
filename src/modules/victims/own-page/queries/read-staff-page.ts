import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { isoOrNull } from '../../queries/instants.ts'
import type { Helped } from '../rules/own-choices.ts'
import { linkState } from '../rules/vcp02-link.ts'
import { readWhyNoPage } from './page-facts.ts'
import { settingOf } from './setting.ts'
import type { StaffOwnPage } from './staff-model.ts'

type Link = StaffOwnPage['links'][number]
interface LinkRow extends Pick<Link, 'id' | 'way' | 'reach' | 'by' | 'tries' | 'endedWhy'> {
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly usedAt: Date | null
  readonly endedAt: Date | null
}

const MOST = 20

/** Of a victim whom the reader may open. */
export async function readStaffPage(tx: Tx, victim: string): Promise<StaffOwnPage> {
  const links = rowsAs<LinkRow>(await tx.client.query(LINKS, [victim]))
  const words = rowsAs<{ id: string; at: Date; helped: Helped; words: string | null }>(
    await tx.client.query(
      `SELECT id, at, helped, words FROM victim_own_word WHERE victim_id = $1 ORDER BY at DESC, id LIMIT ${MOST}`,
      [victim],
    ),
  )
  const messages = rowsAs<{ id: string; at: Date; by: string | null; words: string }>(
    await tx.client.query(MESSAGES, [victim]),
  )
  return {
    whyNot: await readWhyNoPage(tx, victim),
    messagesAllowed: (await settingOf(tx)).messages,
    links: links.map(({ endedAt, ...link }) => ({
      ...link,
      madeAt: link.madeAt.toISOString(),
      expiresAt: link.expiresAt.toISOString(),
      usedAt: isoOrNull(link.usedAt),
      state: linkState({ ...link, endedAt }, tx.now),
    })),
    words: words.map((row) => ({ ...row, at: row.at.toISOString() })),
    messages: messages.map((row) => ({ ...row, at: row.at.toISOString() })),
  }
}

const LINKS = `SELECT l.id, l.way, l.reach, a.name AS by, l.made_at AS "madeAt", l.expires_at AS "expiresAt", l.tries,
    l.used_at AS "usedAt", l.ended_at AS "endedAt", l.ended_why AS "endedWhy"
  FROM victim_link l JOIN account a ON a.id = l.made_by WHERE l.victim_id = $1 ORDER BY l.made_at DESC, l.id LIMIT ${MOST}`

const MESSAGES = `SELECT m.id, m.at, a.name AS by, m.words FROM victim_message m LEFT JOIN account a ON a.id = m.by_account
  WHERE m.victim_id = $1 ORDER BY m.at DESC, m.id LIMIT ${MOST}`
