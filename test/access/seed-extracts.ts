import type { World } from '../world/world.ts'

/** What there is of the records system: its address, a mapping, an extract with its file and a run, a crime of each guard. */
export async function seedExtracts({
  owner,
  personas,
  store,
}: World): Promise<{ readonly extract: string; readonly run: string }> {
  const now = store.clock.now()
  const analyst = personas.analyst.account
  await owner(
    `INSERT INTO crime (occurrence_id, offence_standing, marking, compartment_id)
    SELECT id, 'unknown', marking, compartment_id FROM occurrence ON CONFLICT DO NOTHING`,
  )
  await owner(`INSERT INTO postcode_point VALUES ('OX14AA', -1.25, 51.75, $1)`, [now])
  const mapping = `INSERT INTO extract_mapping (id, name, version, mapping, made_by, made_at) VALUES (gen_random_uuid(), $1, 1, '{}', $2, $3)`
  await owner(mapping, ['niche', personas.administrator.account, now])
  await owner(mapping, ['old', analyst, now])
  const [extract] = await owner<{ id: string }>(
    `INSERT INTO extract VALUES (gen_random_uuid(), 'frankpledge', $1, $2) RETURNING id`,
    [personas.administrator.account, now],
  )
  const id = extract?.id ?? ''
  await owner(`INSERT INTO extract_file VALUES ($1, 1, 'people.csv', 'x', 1, '{Surname}', $2, $3)`, [
    id,
    personas.administrator.account,
    now,
  ])
  const [run] = await owner<{ id: string }>(
    `INSERT INTO extract_run VALUES (gen_random_uuid(), $1, 'frankpledge', 0, true, false, $2, NULL, $3) RETURNING id`,
    [id, JSON.stringify(EMPTY_REPORT), now],
  )
  await owner(`INSERT INTO extract_row VALUES ('people', 'N1', sha256('x'), NULL, 1, $1)`, [run?.id])
  await owner(
    `INSERT INTO occurrence_event (occurrence_id, reference, kind, happened_at, precision, cancelled, known_at)
    SELECT id, 'E' || id, 'suspect-arrested', $1, 'minute', false, $1 FROM occurrence`,
    [now],
  )
  await owner(`INSERT INTO records_system VALUES (true, 'Records', 'https://records.example/{number}', NULL, $1, $2)`, [
    personas.administrator.account,
    now,
  ])
  return { extract: id, run: run?.id ?? '' }
}

const EMPTY_REPORT = {
  mapping: { name: 'frankpledge', version: 0 },
  dryRun: true,
  whole: false,
  loaded: false,
  ok: true,
  files: [],
  kinds: [],
  totals: null,
  warnings: [],
  seconds: 0.1,
}
