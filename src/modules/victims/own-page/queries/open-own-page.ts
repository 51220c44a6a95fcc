import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import type { CaseEventKind } from '#kernel/victims-code/events.ts'
import type { CodeVersion } from '#kernel/victims-code/code-in-force.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { toldNews, type OwedNow } from '../rules/vcp05-told-first.ts'
import { aboutOwn, ownVictim, PAGE_PURPOSE } from '../whose.ts'
import { ownPageModel } from './own-model.ts'
import { settingOf } from './setting.ts'

export const openOwnPage = query({
  name: 'own-page.open',
  summary: 'See how your own case is going',
  input: z.object({}),
  output: ownPageModel,
  access: { victim: 'any' },
  purpose: PAGE_PURPOSE,
  audit: { event: 'own-page.opened', subjects: aboutOwn },
  async run(tx) {
    const victim = ownVictim(tx)
    const [own] = rowsAs<Own>(await tx.client.query(OWN))
    if (own === undefined) throw new NotFound({ kind: 'victim', id: victim })
    const open = rowsAs<OwedNow & { readonly due: Date | null }>(await tx.client.query(OPEN))
    const { shown, waiting } = toldNews(await readNews(tx), open)
    const { phone, messages } = await settingOf(tx)
    return {
      victim,
      code: own.code,
      enhanced: own.enhanced,
      reportedAt: own.reportedAt.toISOString(),
      happened: shown.map(({ kind, at }) => ({ kind, at: at.toISOString() })),
      newsWaits: waiting > 0,
      courtDays: shown
        .flatMap(({ takesPlaceAt }) =>
          takesPlaceAt !== null && takesPlaceAt > tx.now ? [takesPlaceAt.toISOString()] : [],
        )
        .sort(),
      next: open.map(({ rule, due }) => ({ rule, due: due?.toISOString() ?? null })),
      unit: own.unit,
      phone,
      messages,
    }
  },
})

interface Own {
  readonly code: CodeVersion | null
  readonly enhanced: boolean
  readonly reportedAt: Date
  readonly unit: string | null
}

interface News {
  readonly id: string
  readonly kind: CaseEventKind
  readonly at: Date
  readonly takesPlaceAt: Date | null
}

const OWN = `SELECT v.code, v.enhanced_since IS NOT NULL AS enhanced, v.reported_at AS "reportedAt", u.name AS unit
  FROM victim v LEFT JOIN unit u ON u.id = v.unit_id`

const OPEN = `SELECT rule, subject_id AS subject, due_at AS due FROM duty WHERE ended_at IS NULL ORDER BY list_at, id`

/** Nothing says whose: the policies of the victim’s own role do, and nothing else is there for it. That it was reported stands on the victim. */
async function readNews(tx: Tx): Promise<readonly News[]> {
  return rowsAs<News>(
    await tx.client.query(
      `SELECT id, kind, happened_at AS at, takes_place_at AS "takesPlaceAt" FROM case_event
      WHERE kind <> 'crime-reported' ORDER BY happened_at DESC, id`,
    ),
  )
}
