import { z } from 'zod'
import { command, query } from '#kernel/operations.ts'
import { sameVersion } from '#kernel/organisation/versions.ts'
import { rowsAs } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { optionalText, text } from '#platform/forms/fields.ts'
import { about } from '#platform/operations/define.ts'

const administrators = { staff: ['administrator'] } as const
const PURPOSE = 'administration'

const system = z.object({
  name: z.string(),
  occurrenceUrl: z.string().nullable(),
  personUrl: z.string().nullable(),
  version: z.int(),
})

/** What the force's own records system is called, and where it opens what it has. */
export const openRecordsSystem = query({
  name: 'records-system.open',
  summary: 'Which records system is this beside, and at which addresses?',
  input: z.object({}),
  output: z.object({ system: system.nullable() }),
  access: administrators,
  purpose: PURPOSE,
  audit: { event: 'records-system.opened', subjects: about.nobody },
  async run(tx) {
    const rows = rowsAs<z.output<typeof system>>(
      await tx.client.query(
        'SELECT name, occurrence_url AS "occurrenceUrl", person_url AS "personUrl", version FROM records_system',
      ),
    )
    return { system: rows[0] ?? null }
  },
})

export const nameRecordsSystem = command({
  name: 'records-system.name',
  summary: 'Say where the records system opens what it has',
  input: z.object({
    name: text('Name', 100),
    occurrenceUrl: optionalText('Address of an occurrence', 500),
    personUrl: optionalText('Address of a person', 500),
    /** What was seen; 0 where none was named yet. */
    version: z.coerce.number().int().min(0),
  }),
  output: z.object({ version: z.int() }),
  access: administrators,
  purpose: PURPOSE,
  audit: {
    event: 'records-system.named',
    subjects: about.nobody,
    detail: ({ name, occurrenceUrl, personUrl }) => ({ name, occurrenceUrl, personUrl }),
  },
  async run(tx, input) {
    const addresses = [template('occurrenceUrl', input.occurrenceUrl), template('personUrl', input.personUrl)]
    const values = [input.name, ...addresses, tx.reader.account, tx.now]
    const { rows } = await tx.client.query<{ version: number }>('SELECT version FROM records_system FOR UPDATE')
    sameVersion({ version: rows[0]?.version ?? 0 }, input.version)
    const { rows: kept } = await tx.client.query<{ version: number }>(
      `INSERT INTO records_system (name, occurrence_url, person_url, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (only_row) DO UPDATE SET name = EXCLUDED.name, occurrence_url = EXCLUDED.occurrence_url,
         person_url = EXCLUDED.person_url, changed_by = EXCLUDED.changed_by, changed_at = EXCLUDED.changed_at,
         version = records_system.version + 1
       RETURNING version`,
      values,
    )
    return { version: kept[0]?.version ?? 1 }
  },
})

/** An address of the web with `{number}` in it, outside its host: a number must not lead to another system. */
function template(field: string, url: string | null): string | null {
  if (url === null) return null
  const after = /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?(\/.*)$/i.exec(url)?.[1]
  if (after?.includes('{number}') !== true)
    throw new Invalid({
      [field]: 'Write an address with {number} in it, such as https://records.force.example/occurrence/{number}',
    })
  return url
}
