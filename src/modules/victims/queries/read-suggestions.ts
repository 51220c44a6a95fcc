import { mayBeEnhancedBy } from '#kernel/victims-code/rules/vic03-enhanced-suggestion.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { reasonWords } from '../rules/enhanced-choices.ts'
import type { VictimDetail, VictimPageModel } from './victim-model.ts'

interface Signs {
  readonly offenceCode: string | null
  readonly offenceClass: string | null
  readonly ageThen: number | null
  readonly crimesBefore: number
}

/**
 * What points to reasons for enhanced rights that nobody has found yet (VIC-03), as far as this reader sees the crime, the person
 * and what else was done to them. A person decides.
 */
export async function readSuggestions(
  tx: Tx,
  id: string,
  { standing, flags, reasons }: VictimDetail,
): Promise<VictimPageModel['suggestions']> {
  const [signs] = rowsAs<Signs>(await tx.client.query(SQL, [id]))
  if (signs === undefined) return []
  const { offenceCode: code, offenceClass: classCode, ageThen, crimesBefore } = signs
  return mayBeEnhancedBy({ standing, flags, offence: { code, classCode }, ageThen, crimesBefore })
    .map(({ reason, kind, why, mark }) => {
      const kept = `${reason}:${kind}`
      return { reason: kept, words: reasonWords(kept), why, mark }
    })
    .filter(({ reason }) => !reasons.includes(reason))
}

/** An age needs the day of birth: a year alone tells none. */
const SQL = `SELECT c.offence_code AS "offenceCode", c.offence_class AS "offenceClass",
    CASE WHEN p.birth_precision = 'day'
      THEN extract(year FROM age((o.happened_from AT TIME ZONE 'Europe/London')::date, p.birth_date))::integer END AS "ageThen",
    (SELECT count(DISTINCT b.id) FROM party_role r JOIN occurrence b ON b.id = r.occurrence_id
      WHERE r.party_id = v.party_id AND r.role = 'victim' AND b.kind = 'crime' AND b.id <> o.id
        AND b.happened_from < o.happened_from AND b.happened_from >= o.happened_from - interval '12 months')::integer AS "crimesBefore"
  FROM victim v JOIN occurrence o ON o.id = v.occurrence_id LEFT JOIN crime c ON c.occurrence_id = o.id
    LEFT JOIN person p ON p.party_id = v.party_id
  WHERE v.id = $1`
