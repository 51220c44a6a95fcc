import type { Tx } from '#platform/db/transaction.ts'
import { Forbidden } from '#platform/errors/errors.ts'
import { rowsAs } from '#platform/edge.ts'
import { emit } from '#platform/events/emit.ts'
import { notify } from '../../notifications/notify.ts'
import { refuseOn } from '../../organisation/rules/rule.ts'
import { today } from '../../organisation/today.ts'
import { sameVersion } from '../../organisation/versions.ts'
import { readFacts } from '../matching/read-facts.ts'
import { factsOf } from '../matching/verdict.ts'
import { asMatcher } from './as-matcher.ts'
import { lockIdentities } from './identity-lock.ts'
import { getProposal, type Pair, type ProposalRow, type Verdict } from './proposal.ts'
import { afterDecision, type Decided } from './rules/after-decision.ts'
import { anotherPerson, FLAGGED } from './rules/idn01-second-person.ts'
import { clearedToDecide } from './rules/idn03-cleared.ts'
import { somethingToDecide } from './rules/idn04-something-to-decide.ts'
import { settle } from './settle.ts'

export interface Decision {
  readonly verdict: Verdict
  readonly reason: string
  /** The version that was looked at; null where whatever stands is meant. */
  readonly version: number | null
}

/**
 * Decides, as somebody who reviews identities, whether two parties are one. Where either side is flagged the first decision
 * waits for a second person; otherwise, and when that came, the identities are joined or parted in the same transaction, and
 * whoever had proposed it is told. Throws NotFound, Conflict, RuleRefused (IDN01, IDN03, IDN04).
 */
export async function decideOn(tx: Tx, id: string, decision: Decision): Promise<ProposalRow> {
  const { account, clearance } = tx.reader
  if (account === null) throw new Forbidden()
  await lockIdentities(tx)
  const pair = await getProposal(tx, id, 'FOR UPDATE')
  if (decision.version !== null) sameVersion(pair, decision.version)
  refuseOn(
    clearedToDecide(clearance),
    somethingToDecide(pair.stage, decision.verdict),
    pair.stage === 'second-needed' ? anotherPerson(pair.firstBy, account) : null,
  )
  const after = afterDecision(pair, decision.verdict, (await flagsOf(tx, pair)).length > 0)
  await writeDecision(tx, pair, decision, after, account)
  if (after.stands !== pair.stands) {
    const [kind, name] = after.stands
      ? (['merged', 'identity.merged'] as const)
      : (['split', 'identity.split'] as const)
    await settle(tx, pair, { kind, reason: decision.reason, ...deciders(pair, after, account) })
    await emit(tx, { name, payload: { proposal: id, left: pair.left, right: pair.right } })
  }
  if (after.stage !== 'second-needed' && pair.proposedBy !== null && pair.proposedBy !== account)
    await notify(tx, {
      account: pair.proposedBy,
      event: 'identity.decided',
      subject: { kind: 'match-proposal', id },
      href: `/identities/${id}`,
    })
  return getProposal(tx, id)
}

function deciders(pair: ProposalRow, after: Decided, account: string) {
  return after.as === 'second' ? { first: pair.firstBy ?? account, second: account } : { first: account, second: null }
}

/** Which markers on either side, and on what is one with it, ask for a second person: those that the reader sees. */
export async function flagsOf(tx: Tx, { left, right }: Pick<Pair, 'left' | 'right'>): Promise<readonly string[]> {
  const rows = rowsAs<{ kind: string }>(
    await tx.client.query(
      `SELECT DISTINCT m.kind FROM party side JOIN party p ON p.identity_id = side.identity_id
      JOIN party_marker m ON m.party_id = p.id
      WHERE side.id IN ($1, $2) AND m.kind = ANY ($3) AND m.starts_on <= $4 AND (m.ended_on IS NULL OR m.ended_on > $4)
      ORDER BY m.kind`,
      [left, right, FLAGGED, today(tx)],
    ),
  )
  return rows.map(({ kind }) => kind)
}

/** What was known when it was decided, hidden names too: only where that changes is it asked again. As the matcher. */
async function digestOf(tx: Tx, { kind, left, right }: ProposalRow): Promise<string | null> {
  const [one, other] = await readFacts(tx, kind, [left, right])
  return one === undefined || other === undefined ? null : factsOf(one, other)
}

async function writeDecision(tx: Tx, pair: ProposalRow, said: Decision, after: Decided, account: string) {
  const first = after.as === 'first'
  await tx.db
    .updateTable('match_proposal')
    .set({
      stage: after.stage,
      stands: after.stands,
      version: pair.version + 1,
      facts: await asMatcher(tx, () => digestOf(tx, pair)),
      ...(first && { first_by: account, first_at: tx.now, first_verdict: said.verdict, first_reason: said.reason }),
      second_by: first ? null : account,
      second_at: first ? null : tx.now,
      second_reason: first ? null : said.reason,
    })
    .where('id', '=', pair.id)
    .execute()
}
