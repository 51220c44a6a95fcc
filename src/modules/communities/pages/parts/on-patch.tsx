import type { OnPatch, OnPatchRow } from '#kernel/areas/on-patch.ts'
import { timeLeft } from '#kernel/duties/due-words.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { Card, CardRows } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { count } from '#ui/words/numbers.ts'

interface Props {
  readonly of: OnPatch
  readonly now: Date
}

/** What another module knows of the patch, each with its own page. */
export function OnPatchCard({ of: { title, href, total, rows, none }, now }: Props) {
  const late = rows.some((row) => isLate(row, now))
  return (
    <Card title={title} href={href} {...(late && { state: 'not-held' as const })}>
      {rows.length === 0 ? (
        <EmptyState title={none.title}>{none.words}</EmptyState>
      ) : (
        <>
          <CardRows
            rows={rows.map((row) => ({
              text: (
                <>
                  <Link href={row.href}>{row.title}</Link>
                  <span class="fp-second">{row.words}</span>
                </>
              ),
              ...(row.dueAt !== null && {
                note: <StateTag state={isLate(row, now) ? 'not-held' : 'holding'}>{timeLeft(row.dueAt, now)}</StateTag>,
              }),
            }))}
          />
          {total > rows.length && <p>{count(total - rows.length)} more after these.</p>}
        </>
      )}
    </Card>
  )
}

function isLate({ dueAt }: OnPatchRow, now: Date): boolean {
  return dueAt !== null && Date.parse(dueAt) < now.getTime()
}
