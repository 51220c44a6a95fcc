import type { z } from 'zod'
import { Card } from '#ui/blocks/card.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { Timeline } from '#ui/moj/timeline.tsx'
import { dayAndTime } from '#ui/words/dates.ts'
import type { claimModel } from '../../queries/finding-detail.ts'

type Claim = z.output<typeof claimModel>

/** Every claim that it is met, those taken back too: one against measures and evidence shows as such for ever. */
export function Claims({ claims }: { readonly claims: readonly Claim[] }) {
  if (claims.length === 0) return null
  return (
    <Card title="Claims that it is met">
      <Timeline
        headingLevel={3}
        items={claims.map((claim) => ({
          label: { text: claim.held ? 'Borne out by measures and evidence' : 'Against what they show' },
          byline: { text: claim.rank === null ? claim.by : `${claim.by}, ${claim.rank}` },
          datetime: { timestamp: claim.at, text: dayAndTime(claim.at) },
          children: (
            <>
              {claim.reason !== null && <p>{claim.reason}</p>}
              <p>How it stood then: {claim.shown}</p>
              {claim.withdrawnAt !== null && (
                <p>
                  Taken back <Time instant={claim.withdrawnAt} />: {claim.withdrawnReason}
                </p>
              )}
            </>
          ),
        }))}
      />
    </Card>
  )
}
