/**
 * The canonical form of an audit row and its subjects, and the digest over many: one SQL expression, worked out where
 * the rows are, so that 32 bytes leave the database however many rows a seal covers. It lives here and not in a function
 * of the database, which the tables' owner could replace; it uses only built-in functions, and `FIXED_SETTINGS` keeps
 * anybody's own functions of the same name out of the way.
 *
 * Each row becomes a JSON array with its subjects sorted by bytes; times are whole microseconds, so that no setting of
 * the server or the session changes the text. Each is hashed, and the hash of all hashes, in order, is the digest: that
 * way even a single transaction with a hundred million rows needs no more than 32 bytes of memory a row.
 */
const CANONICAL_ROW = `json_build_array(e.era, e.xact::text, e.id, (extract(epoch FROM e.at) * 1000000)::bigint,
  e.event, e.outcome, e.principal, e.account_id, e.system_name, e.posting_id, e.purpose, e.origin, e.request_id,
  e.detail,
  (SELECT json_agg(json_build_array(s.kind, s.subject) ORDER BY s.kind COLLATE "C", s.subject COLLATE "C")
    FROM audit_subject s WHERE s.at = e.at AND s.audit_id = e.id))::text`

/** What `rowsDigest` gives: one row, also when it covers none. */
export interface DigestRow {
  readonly rows: number
  /** Microseconds since 1970, as text; null without rows. */
  readonly firstAt: string | null
  readonly lastAt: string | null
  readonly digest: string
}

/** A SELECT of one `DigestRow` for the transactions of an era from (inclusive) to (exclusive): pass SQL expressions. */
export function rowsDigest(era: string, fromXact: string, toXact: string): string {
  return `SELECT count(*) AS rows,
      (extract(epoch FROM min(form.at)) * 1000000)::bigint::text AS "firstAt",
      (extract(epoch FROM max(form.at)) * 1000000)::bigint::text AS "lastAt",
      encode(sha256(coalesce(string_agg(form.hash, ''::bytea ORDER BY form.xact, form.id), ''::bytea)), 'hex') AS digest
    FROM (
      SELECT e.xact, e.id, e.at, sha256(convert_to(${CANONICAL_ROW}, 'UTF8')) AS hash
      FROM audit_event e WHERE e.era = ${era} AND e.xact >= ${fromXact} AND e.xact < ${toXact}
    ) AS form`
}

/**
 * Sent before any digest is worked out. Long ranges may take longer than a page is allowed to; compiling a statement for a
 * short one costs more than it saves.
 */
export const FIXED_SETTINGS = `SET LOCAL search_path = pg_catalog, public, pg_temp; SET LOCAL statement_timeout = 0;
  SET LOCAL jit = off;`
