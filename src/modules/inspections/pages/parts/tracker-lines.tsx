import type { z } from 'zod'
import { Card, CardRows } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import type { trackerEntryModel } from '../../queries/finding-detail.ts'
import { ENTRY_STATUSES } from '../../rules/fnd05-inspectorate.ts'

type Line = z.output<typeof trackerEntryModel>

interface TrackerLinesProps {
  /** The newest first. */
  readonly lines: readonly Line[]
  /** How long it has been followed. */
  readonly lead: string | null
}

/** What the inspectorate said, day by day. */
export function TrackerLines({ lines, lead }: TrackerLinesProps) {
  return (
    <Card title="What the inspectorate’s tracker says" over={lead ?? undefined}>
      {lines.length === 0 ? (
        <EmptyState title="No line yet">
          <p>The inspectorate’s status changes only by what its tracker says, with the day.</p>
        </EmptyState>
      ) : (
        <CardRows
          rows={lines.map((line) => ({
            text: (
              <>
                {ENTRY_STATUSES[line.status]}
                {line.words !== '' && <span class="fp-second">{line.words}</span>}
                <span class="fp-second">entered by {line.by ?? 'the command line'}</span>
              </>
            ),
            note: dayWithYear(line.on),
          }))}
        />
      )}
    </Card>
  )
}
