import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import { countedOn } from '#kernel/competences/counted.ts'
import type { CompetenceCode } from '#kernel/competences/competences.ts'
import { standingOn, type Stands } from '#kernel/competences/rules/trn02-standing.ts'
import { POLICING } from '#kernel/areas/policing.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** Somebody of whom a competence is asked, and how it stands with them. */
export interface CountedPerson extends Stands {
  readonly account: string
  readonly name: string
  readonly unit: number
  readonly unitName: string
  readonly area: number | null
  readonly areaName: string | null
  /** When it was gained last; null where nothing counts. */
  readonly gainedOn: CivilDate | null
}

interface Row {
  readonly person: Omit<CountedPerson, 'standing' | 'until'>
  readonly open: boolean
  readonly expiresOn: CivilDate | null
}

export interface Counted {
  /** Those whose training the reader may see. */
  readonly open: readonly CountedPerson[]
  /** How many more are counted there. */
  readonly hidden: number
}

/**
 * Everybody of whom the competence is asked on the day (TRN03), in a policing area or an area within it, and in a unit, where one
 * is asked for. Nothing of those out of reach but how many they are. Somebody with two postings stands once for each unit.
 */
export async function countedPeople(
  tx: Tx,
  competence: CompetenceCode,
  day: CivilDate,
  within: { readonly area: number | null; readonly unit: number | null },
): Promise<Counted> {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `WITH ${POLICING}, ${countedOn('$2::date')}
      SELECT json_build_object('account', c.account, 'name', a.name, 'unit', c.unit, 'unitName', u.name,
          'area', p.policing, 'areaName', o.name, 'gainedOn', h.gained_on) AS person,
        (c.account IN (SELECT reader_supervised()) OR c.account = (SELECT reader_account())) AS open,
        h.expires_on AS "expiresOn"
      FROM counted c JOIN account a ON a.id = c.account JOIN unit u ON u.id = c.unit
        LEFT JOIN policing p ON p.id = c.area LEFT JOIN area o ON o.id = p.policing
        LEFT JOIN LATERAL (SELECT gained_on, expires_on FROM competence_holding
          WHERE account_id = c.account AND competence = $1 AND withdrawn_at IS NULL AND gained_on <= $2
          ORDER BY expires_on DESC, gained_on DESC LIMIT 1) h ON true
      WHERE ($3::bigint IS NULL OR c.area = $3 OR p.policing = $3) AND ($4::bigint IS NULL OR c.unit = $4)
      ORDER BY o.name, u.name, a.name, c.account`,
      [competence, day, within.area, within.unit],
    ),
  )
  const open = rows.filter((row) => row.open)
  return { open: open.map((row) => personOf(row, day)), hidden: rows.length - open.length }
}

function personOf({ person, expiresOn }: Row, day: CivilDate): CountedPerson {
  const { gainedOn } = person
  const held = gainedOn === null || expiresOn === null ? [] : [{ gainedOn, expiresOn, withdrawn: false }]
  return { ...person, ...standingOn(held, day) }
}
