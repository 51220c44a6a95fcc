import { addMonths, getCivilMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { startOfLondonMonth } from '#calculations/calendar/london-time.ts'
import type { Computed, Measure } from '#kernel/measures/define.ts'
import { GATEWAY_NAMES, GATEWAYS } from '#kernel/sharing/lists.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { SHARING } from '../addresses.ts'

const COMMON = {
  version: 1,
  direction: 'neither',
  question: 'E1',
  source: 'shares, refusals and questions of this system; what is in a compartment is left out',
  authority: 'A measure of our own',
  by: [],
  rowsAt: () => SHARING,
} as const

interface Counted {
  readonly month: string
  readonly numerator: number
  readonly denominator: number | null
  readonly at: Date | null
}

/** For the whole force, by month: `things` gives `at`, and whether it `counts`, of how many. */
async function byMonth(
  tx: Tx,
  things: string,
  from: CivilMonth,
  to: CivilMonth,
  values: readonly unknown[],
  share: boolean,
): Promise<Computed> {
  const rows = rowsAs<Counted>(
    await tx.client.query(
      `SELECT to_char(t.at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, sum(t.counts)::integer AS numerator,
        count(*)::integer AS denominator, max(t.at) AS at
      FROM (${things}) AS t (at, counts) WHERE t.at >= $1 AND t.at < $2 GROUP BY 1 ORDER BY 1`,
      [startOfLondonMonth(from), startOfLondonMonth(addMonths(to, 1)), ...values],
    ),
  )
  return {
    values: rows.map(({ month, numerator, denominator }) => ({
      month: getCivilMonth(month),
      area: null,
      unit: null,
      numerator,
      denominator: share ? denominator : null,
      unknown: 0,
    })),
    sourceAt: rows.at(-1)?.at ?? null,
  }
}

const SHARED = GATEWAY_NAMES.map((gateway): Measure => ({
  ...COMMON,
  code: `SHR-${gateway.toUpperCase()}`,
  name: `Shared by a gateway: ${GATEWAYS[gateway]}`,
  definition:
    'Shares with partner agencies that were made in the month by this lawful gateway, in an emergency or under an agreement. More is neither better nor worse.',
  numerator: 'shares made by this gateway',
  denominator: null,
  unknown: 'none',
  unit: 'count',
  compute: (tx, from, to) =>
    byMonth(tx, 'SELECT shared_at, 1 FROM share WHERE gateway = $3', from, to, [gateway], false),
}))

/** How much is shared by which gateway, how much was refused, and whether questions are answered in time. */
export const sharingMeasures: readonly Measure[] = [
  ...SHARED,
  {
    ...COMMON,
    code: 'SHR-REFUSED',
    name: 'Shares that a rule refused',
    definition:
      'Of all that was asked to be shared in the month, the share that was refused: no agreement in force, or one that does not cover it. A refusal may be right; many of one kind say that an agreement is missing.',
    numerator: 'shares refused',
    denominator: 'shares made and refused',
    unknown: 'none',
    unit: 'per cent',
    compute: (tx, from, to) =>
      byMonth(
        tx,
        'SELECT refused_at, 1 FROM share_refusal UNION ALL SELECT shared_at, 0 FROM share',
        from,
        to,
        [],
        true,
      ),
  },
  {
    ...COMMON,
    code: 'SHR-ANSWERED',
    name: 'Questions between agencies replied to in time',
    definition:
      'Of the questions between the force and its partners that fell due in the month, the share that was answered, or refused with a reason, by then. It says nothing of how good an answer was.',
    numerator: 'questions replied to by their due time',
    denominator: 'all questions that fell due in the month, up to now',
    unknown: 'none',
    unit: 'per cent',
    direction: 'higher',
    compute: (tx, from, to) =>
      byMonth(
        tx,
        `SELECT due_at, (replied_at IS NOT NULL AND date_trunc('second', replied_at) <= due_at)::integer
        FROM information_request WHERE due_at < $3::timestamptz`,
        from,
        to,
        [tx.now],
        true,
      ),
  },
]
