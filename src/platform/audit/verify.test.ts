import { appendFile } from 'node:fs/promises'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { openPool } from '#platform/db/database.ts'
import { testDatabase } from '#platform/db/testing.ts'
import { headOf, NO_HEAD, SEAL_COLUMNS, type Seal } from './seal.ts'
import { rowsDigest, type DigestRow } from './rows-digest.ts'
import { logRead, sealAll, withAuditWorld, type AuditWorld } from './testing/audit-world.ts'
import { verificationWords, verifyAudit } from './verify.ts'

const world = withAuditWorld()

/** Five seals of three rows each, about a person, sealed and exported. */
async function fiveSeals(): Promise<void> {
  for (let seal = 0; seal < 5; seal++) {
    for (let row = 0; row < 3; row++)
      await logRead(world(), { kind: 'person', id: `p${seal}` }, { kind: 'document', id: row })
    await sealAll(world())
  }
}

async function findings(file: string | null = world().headsFile): Promise<string[]> {
  const found = await verifyAudit(world().store, file)
  return found.findings.map(({ kind, seals }) => (seals === null ? kind : `${kind} ${seals.first}-${seals.last}`))
}

/** What an owner of the tables who knows this code would do: make every head from one seal on fit the rows again. */
async function rebuildChain({ owner }: AuditWorld, from: number): Promise<void> {
  const { rows: seals } = await owner.query<Seal>(`SELECT ${SEAL_COLUMNS} FROM audit_seal s ORDER BY seq`)
  let previous = NO_HEAD
  for (const seal of seals) {
    const { rows } = await owner.query<DigestRow>(rowsDigest('$1', '$2::xid8', '$3::xid8'), [
      seal.era,
      seal.fromXact,
      seal.toXact,
    ])
    const now = rows[0]
    if (now === undefined) throw new Error('no digest')
    const rebuilt = { ...seal, rows: now.rows, firstAt: now.firstAt ?? seal.firstAt, lastAt: now.lastAt ?? seal.lastAt }
    const head = seal.seq < from ? seal.head : headOf(previous, rebuilt, now.digest)
    await owner.query(
      `UPDATE audit_seal SET head = decode($2, 'hex'), row_count = $3,
        first_at = to_timestamp(0) + $4::bigint * interval '1 microsecond',
        last_at = to_timestamp(0) + $5::bigint * interval '1 microsecond' WHERE seq = $1`,
      [seal.seq, head, rebuilt.rows, rebuilt.firstAt, rebuilt.lastAt],
    )
    previous = head
  }
}

/** The id of a row under the seal. */
const rowUnder = (seq: number, column = 'e.id') =>
  `SELECT ${column} FROM audit_event e JOIN audit_seal s ON s.seq = ${seq} AND e.era = s.era AND e.xact >= s.from_xact
  AND e.xact < s.to_xact ORDER BY e.id LIMIT 1`

describe('an untouched log', () => {
  test('verifies, with exported heads and without, and says so', async () => {
    await fiveSeals()
    expect(await findings()).toEqual([])
    expect(await findings(null)).toEqual([])
    const found = await verifyAudit(world().store, world().headsFile)
    // Each check is itself logged, and not sealed yet.
    expect(found).toMatchObject({ seals: 5, rows: 15, withHeads: true, notes: [] })
    expect(verificationWords(found)).toEqual([
      'The audit is whole: 5 seals over 15 audit rows checked, beside the exported heads.',
    ])
  })

  test('that is empty verifies', async () => {
    await sealAll(world())
    expect(await findings(null)).toEqual([])
  })

  test('of two eras verifies, the second beginning with smaller transaction numbers', async () => {
    await logRead(world())
    await sealAll(world())
    await logRead(world())
    await world().owner.query(`INSERT INTO audit_era VALUES (2, now(), 'restored elsewhere')`)
    await world().owner
      .query(`INSERT INTO audit_event (at, era, xact, event, outcome, principal, purpose, origin, request_id)
      VALUES (now(), 2, '7', 'document.opened', 'done', 'service', '', '', '')`)
    await logRead(world())
    await sealAll(world())
    expect(await findings()).toEqual([])
    const { rows } = await world().owner.query('SELECT era, row_count FROM audit_seal ORDER BY seq')
    expect(rows).toEqual([
      { era: 1, row_count: 1 },
      { era: 1, row_count: 1 },
      { era: 2, row_count: 2 },
    ])
  })

  test('restored into another database goes on there, and verifies against the same heads', async () => {
    await fiveSeals()
    await logRead(world())
    const copy = await testDatabase()
    const owner = new pg.Client({ connectionString: copy.ownerUrl })
    const pool = openPool({ url: copy.urlFor('frankpledge_app'), poolSize: 2, statementTimeout: 20_000 })
    try {
      await owner.connect()
      for (const table of ['audit_event', 'audit_subject', 'audit_seal']) {
        const { rows } = await world().owner.query<{ all: unknown }>(`SELECT json_agg(t) AS all FROM ${table} t`)
        await owner.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [
          JSON.stringify(rows[0]?.all),
        ])
      }
      await owner.query(`INSERT INTO audit_era VALUES (2, now(), 'restored elsewhere')`)
      const restored = { ...world(), owner, store: { ...world().store, pool } }
      await logRead(restored)
      await sealAll(restored)
      const found = await verifyAudit(restored.store, world().headsFile)
      expect(found).toMatchObject({ findings: [], seals: 7, rows: 17 })
    } finally {
      await owner.end()
      await pool.end()
      await copy.drop()
    }
  })
})

describe('the owner of the tables is found out who', () => {
  test('changes a row', async () => {
    await fiveSeals()
    await world().owner.query(`UPDATE audit_event SET purpose = 'another' WHERE id = (${rowUnder(2)})`)
    expect(await findings()).toEqual(['rows-changed 2-2'])
    expect(await findings(null)).toEqual(['rows-changed 2-2'])
  })

  test('changes whom a row is about', async () => {
    await fiveSeals()
    await world().owner.query(`UPDATE audit_subject SET subject = 'somebody else' WHERE subject = 'p3'`)
    expect(await findings()).toEqual(['rows-changed 4-4'])
  })

  test('deletes a row with its subjects, and is told how many and when', async () => {
    await fiveSeals()
    await world().owner.query(`DELETE FROM audit_subject WHERE audit_id = (${rowUnder(3)})`)
    await world().owner.query(`DELETE FROM audit_event WHERE id = (${rowUnder(3)})`)
    const found = await verifyAudit(world().store, world().headsFile)
    expect(found.findings).toMatchObject([{ kind: 'rows-missing', seals: { first: 3, last: 3 }, rows: 1 }])
    expect(found.findings[0]?.words).toMatch(
      /^Seal 3 \(.* to .*\): 1 row fewer than were sealed: audit rows were deleted\.$/,
    )
    expect(await findings(null)).toEqual(['rows-missing 3-3'])
  })

  test('deletes a row and leaves its subjects', async () => {
    await fiveSeals()
    await world().owner.query(`DELETE FROM audit_event WHERE id = (${rowUnder(3)})`)
    expect(await findings()).toEqual(['rows-missing 3-3', 'subjects-alone'])
  })

  test('inserts a row, back-dated into a sealed range', async () => {
    await fiveSeals()
    await world().owner
      .query(`INSERT INTO audit_event (at, era, xact, event, outcome, principal, purpose, origin, request_id)
      SELECT e.at, e.era, e.xact, 'document.opened', 'done', 'staff', '', '', '' FROM audit_event e
      WHERE e.id = (${rowUnder(2)})`)
    expect(await findings()).toEqual(['rows-added 2-2'])
    expect(await findings(null)).toEqual(['rows-added 2-2'])
  })

  test('inserts a row that no seal would ever reach', async () => {
    await fiveSeals()
    const insert = `INSERT INTO audit_event (at, era, xact, event, outcome, principal, purpose, origin, request_id)
      VALUES (now(), $1, $2, 'document.opened', 'done', 'staff', '', '', '')`
    await world().owner.query(insert, [1, '999999999999'])
    await world().owner.query(insert, [7, '1'])
    const found = await verifyAudit(world().store, world().headsFile)
    expect(found.findings).toMatchObject([{ kind: 'rows-outside', rows: 2 }])
  })

  test('inserts a row today that claims to be of last month, and leaves a note', async () => {
    await fiveSeals()
    await world().owner.query(`INSERT INTO audit_event (at, event, outcome, principal, purpose, origin, request_id)
      SELECT min(at) - interval '40 hours', 'document.opened', 'done', 'staff', '', '', '' FROM audit_event`)
    await sealAll(world())
    const found = await verifyAudit(world().store, world().headsFile)
    expect(found.findings).toEqual([])
    expect(found.notes).toEqual([
      expect.stringMatching(/^Seal 6 has rows that say they are from .*, over a day before/),
    ])
  })

  test('cuts off the tail: rows, subjects and seals', async () => {
    await fiveSeals()
    await world().owner.query(`DELETE FROM audit_subject WHERE audit_id >= (${rowUnder(4)})`)
    await world().owner.query(`DELETE FROM audit_event WHERE id >= (${rowUnder(4)})`)
    await world().owner.query('DELETE FROM audit_seal WHERE seq >= 4')
    const found = await verifyAudit(world().store, world().headsFile)
    expect(found.findings).toMatchObject([{ kind: 'tail-cut', seals: { first: 4, last: 5 }, rows: 6 }])
    expect(found.findings[0]?.words).toMatch(/^Seals 4 to 5 .*: in the exported heads and not in the database/)
  })

  test('rebuilds the whole chain over changed rows', async () => {
    await fiveSeals()
    await world().owner.query(`UPDATE audit_event SET account_id = gen_random_uuid() WHERE id = (${rowUnder(1)})`)
    await rebuildChain(world(), 1)
    // Nothing in the database gives it away: that is what the exported heads are for.
    expect(await findings(null)).toEqual([])
    expect(await findings()).toEqual(['chain-rebuilt 1-5'])
  })

  test('deletes a row and rebuilds the chain from there', async () => {
    await fiveSeals()
    await world().owner.query(`DELETE FROM audit_subject WHERE audit_id = (${rowUnder(3)})`)
    await world().owner.query(`DELETE FROM audit_event WHERE id = (${rowUnder(3)})`)
    await rebuildChain(world(), 3)
    expect(await findings(null)).toEqual([])
    expect(await findings()).toEqual(['rows-missing 3-3', 'chain-rebuilt 4-5'])
  })

  test('changes what a seal says of itself', async () => {
    await fiveSeals()
    await world().owner.query(`UPDATE audit_seal SET sealed_at = sealed_at + interval '1 day' WHERE seq = 2`)
    expect(await findings()).toEqual(['seal-changed 2-2'])
    expect(await findings(null)).toEqual(['rows-changed 2-2'])
  })

  test('changes one head', async () => {
    await fiveSeals()
    await world().owner.query(`UPDATE audit_seal SET head = sha256('x') WHERE seq = 2`)
    expect(await findings()).toEqual(['seal-changed 2-2'])
    expect(await findings(null)).not.toEqual([])
  })

  test('takes seals out of the middle', async () => {
    await fiveSeals()
    await world().owner.query('DELETE FROM audit_seal WHERE seq = 3')
    expect(await findings()).toEqual(['seals-missing 3-3'])
    expect(await findings(null)).toEqual(['seals-missing 4-4'])
  })

  test('puts functions of their own in the way', async () => {
    await fiveSeals()
    await world().owner
      .query(`CREATE FUNCTION public.sha256(bytea) RETURNS bytea LANGUAGE sql AS $$ SELECT pg_catalog.sha256('') $$;
      GRANT EXECUTE ON FUNCTION public.sha256(bytea) TO PUBLIC;
      ALTER ROLE frankpledge_app IN DATABASE ${world().owner.database} SET search_path = public, pg_catalog`)
    await world().owner.query(`UPDATE audit_event SET purpose = 'another' WHERE id = (${rowUnder(2)})`)
    expect(await findings()).toEqual(['rows-changed 2-2'])
    await world().owner.query(`DROP FUNCTION public.sha256(bytea);
      ALTER ROLE frankpledge_app IN DATABASE ${world().owner.database} RESET search_path`)
  })
})

describe('a month of the audit', () => {
  test('that is detached is reported as such, with the seals that cannot be checked without it', async () => {
    await fiveSeals()
    const month = world().clock.now().toISOString().slice(0, 7)
    const suffix = month.replace('-', '_')
    await world().owner.query(`ALTER TABLE audit_event DETACH PARTITION audit_event_${suffix};
      ALTER TABLE audit_subject DETACH PARTITION audit_subject_${suffix}`)
    try {
      const found = await verifyAuditInAnyMonth()
      expect(found.findings.map((finding) => finding.words)).toEqual([
        `The month ${month} (table audit_event_${suffix}) is there but detached from the audit; 5 seals cannot be checked without it.`,
        `The month ${month} (table audit_subject_${suffix}) is there but detached from the audit; 5 seals cannot be checked without it.`,
      ])
    } finally {
      const from = `${month}-01T00:00:00Z`
      for (const table of ['audit_event', 'audit_subject'])
        await world().owner.query(`ALTER TABLE ${table} ATTACH PARTITION ${table}_${suffix}
          FOR VALUES FROM ('${from}') TO ('${nextMonth(from)}')`)
    }
    expect(await findings()).toEqual([])
  })

  /** The check's own line in the audit wants a partition: it is made in the month after. */
  async function verifyAuditInAnyMonth() {
    const now = world().clock.now().toISOString()
    world().clock.moveTo(nextMonth(now))
    try {
      return await verifyAudit(world().store, world().headsFile)
    } finally {
      world().clock.moveTo(now)
    }
  }

  function nextMonth(iso: string): string {
    const at = new Date(iso)
    return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)).toISOString()
  }
})

test('a file that holds no heads is refused with its line', async () => {
  await fiveSeals()
  await appendFile(world().headsFile, 'not a head\n{"seq":6}\n')
  await expect(verifyAudit(world().store, world().headsFile)).rejects.toThrow(/line 6: this is not a seal's head/)
})
