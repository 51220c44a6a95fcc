import { z } from 'zod'
import { readLines } from '#kernel/duties/lines.ts'
import { attemptsSoFar } from '#kernel/victims-code/rules/vic06-attempts.ts'
import { STANDINGS } from '#kernel/victims-code/victim-rule.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { victimHref } from '../addresses.ts'
import { WAYS } from '../rules/contact-results.ts'
import { isoOrNull } from './instants.ts'
import { NAME, owedOf } from './read-victim.ts'
import { owedView, type VictimDetail } from './victim-model.ts'

/** A victim in a list of work: who, of what, how they may be reached, and what is owed. */
export const followedVictim = z.object({
  id: z.uuid(),
  reference: z.string(),
  /** Of the record: the crime and its number. */
  title: z.string(),
  name: z.string(),
  standing: z.enum(keysOf(STANDINGS)),
  reasons: z.array(z.string()),
  way: z.enum(keysOf(WAYS)).nullable(),
  times: z.string().nullable(),
  language: z.string().nullable(),
  notToTell: z.string().nullable(),
  noSafeContactSince: z.iso.datetime().nullable(),
  toldAt: z.iso.datetime().nullable(),
  /** How often they were tried since they were told: "Tried twice on one day: try again"; empty where they were not. */
  attempts: z.string(),
  owner: z.string().nullable(),
  unit: z.string().nullable(),
  area: z.string().nullable(),
  marking: z.enum(MARKINGS),
  /** What is open, of what the reader may see, by time left. */
  owed: z.array(owedView).readonly(),
})
export type FollowedVictim = z.output<typeof followedVictim>

interface Row extends Omit<FollowedVictim, 'owed' | 'attempts' | 'noSafeContactSince' | 'toldAt'> {
  readonly noSafeContactSince: Date | null
  readonly toldAt: Date | null
  readonly flags: VictimDetail['flags']
  readonly tried: readonly Date[]
}

/** As many as are looked at for how often somebody was tried. */
const MOST_TRIED = 20

/**
 * These victims in this order, each with what is open: two statements, however many they are. `rules`: only what is owed by
 * these, for whoever tells one part of it.
 */
export async function readFollowed(
  tx: Tx,
  ids: readonly string[],
  rules: readonly string[] | null = null,
): Promise<readonly FollowedVictim[]> {
  if (ids.length === 0) return []
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT v.id, r.reference, r.title, ${NAME} AS name, v.standing, v.reasons, v.flags, v.contact_way AS way,
        v.contact_times AS times, v.language, v.not_to_tell AS "notToTell",
        v.no_safe_contact_since AS "noSafeContactSince", v.told_at AS "toldAt", w.name AS owner, u.name AS unit,
        a.name AS area, r.marking,
        ARRAY(SELECT c.at FROM victim_contact c WHERE c.victim_id = v.id AND c.result = 'attempted'
          AND c.at > coalesce(v.told_at, '-infinity') ORDER BY c.at DESC LIMIT ${MOST_TRIED}) AS tried
      FROM unnest($1::uuid[]) WITH ORDINALITY AS s (id, place) JOIN victim v ON v.id = s.id JOIN record r ON r.id = s.id
        LEFT JOIN party p ON p.id = v.party_id LEFT JOIN account w ON w.id = r.owner_id
        LEFT JOIN unit u ON u.id = r.unit_id LEFT JOIN area a ON a.id = r.area_id
      ORDER BY s.place`,
      [ids],
    ),
  )
  const lines = await readLines(
    tx,
    `SELECT d.* FROM duty d WHERE d.record_id = ANY ($1::uuid[]) AND d.subject_kind = 'victim' AND d.ended_at IS NULL
      AND ($2::text[] IS NULL OR d.rule = ANY ($2))`,
    'd.list_at, d.rule, d.id',
    [ids, rules],
  )
  return rows.map(({ flags, tried, noSafeContactSince, toldAt, ...row }) => ({
    ...row,
    noSafeContactSince: isoOrNull(noSafeContactSince),
    toldAt: isoOrNull(toldAt),
    attempts: tried.length === 0 ? '' : attemptsSoFar(tried).words,
    owed: lines
      .filter(({ about }) => about?.href === victimHref(row.id))
      .map((line) => owedOf(line, { standing: row.standing, reasons: row.reasons, flags })),
  }))
}
