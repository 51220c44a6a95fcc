import { DATABASE_ROLE, type Reader } from '#platform/access/reader.ts'
import { arrayText, literal } from './literal.ts'

/**
 * Where names are looked up: ours first, and a temporary table of the same name never in its place. Said in every
 * transaction, whatever the one before left on the connection.
 */
export const SEARCH_PATH = 'SET LOCAL search_path = public, pg_temp;'

export interface RequestContext {
  /** Ties log lines, audit rows and error pages together. */
  readonly requestId: string
  /** Why: taken from the page or job ("neighbourhood review"), typed by the person only where there is none. */
  readonly purpose: string
  /** Where from: an address, "command line", "job". */
  readonly origin: string
}

/**
 * The statements that make a transaction this reader's: the role, then the facts that row-level security reads.
 * One message; all of it ends with the transaction. `SET LOCAL` and not `set_config()`, so that it reaches shards too.
 */
export function contextStatements(reader: Reader, request: RequestContext): string {
  const set = (name: string, value: string): string => `SET LOCAL app.${name} = ${literal(value)};`
  return [
    SEARCH_PATH,
    `SET LOCAL ROLE ${DATABASE_ROLE[reader.principal]};`,
    set('account', reader.account ?? ''),
    set('agency', reader.agency === null ? '' : String(reader.agency)),
    set('roles', arrayText(reader.roles)),
    set('areas', arrayText(reader.areas)),
    set('units', arrayText(reader.units)),
    set('force_wide', String(reader.forceWide)),
    set('clearance', reader.clearance),
    set('compartments', arrayText(reader.compartments)),
    set('request', request.requestId),
    ...(reader.victim === undefined ? [] : [set('victim', reader.victim)]),
  ].join('')
}
