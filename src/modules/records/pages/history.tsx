import type { z } from 'zod'
import { recordPaths } from '#kernel/records/pages/addresses.ts'
import { HeadDetails } from '#kernel/records/pages/head.tsx'
import { RecordTimeline } from '#kernel/records/pages/timeline.tsx'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { page } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { dayAndSecond } from '#ui/words/dates.ts'
import { recordHistory, type AuditLine } from '../queries/history.ts'
import { recordFrame } from './entries.tsx'

type Model = z.output<typeof recordHistory.output>

export const historyPage = page({
  path: '/records/:kind/:id/history',
  query: recordHistory,
  view: ({ head, timeline, audit }, context) => ({
    ...recordFrame(head),
    title: 'Who changed what, and when?',
    body: (
      <>
        <HeadDetails head={head} />
        <h2>What was written down</h2>
        <RecordTimeline
          head={head}
          timeline={timeline}
          context={context}
          olderHref={(after) => address(recordPaths.history(head), { after })}
          form={false}
        />
        <Audit head={head} audit={audit} />
      </>
    ),
  }),
})

/** Who looked at it and changed it, as the audit has it; nothing for those who may not read that. */
function Audit({ head, audit }: Pick<Model, 'head' | 'audit'>) {
  if (audit === null) return null
  return (
    <>
      <h2>What the audit has</h2>
      <DataTable
        caption="The newest lines of the audit about it"
        captionHidden
        rows={audit}
        empty={<EmptyState title="Nothing in the audit yet">Whoever opens or changes it will stand here.</EmptyState>}
        columns={[
          { header: 'When', cell: ({ at }) => dayAndSecond(at), nowrap: true },
          { header: 'Who', cell: ({ who }) => who },
          { header: 'What', cell: whatWas },
        ]}
      />
      <p>
        <Link href={address('/assurance/audit', { kind: head.kind, subject: head.id })}>All lines about it</Link>
      </p>
    </>
  )
}

/** "record handed on", "action added, refused" */
function whatWas({ event, outcome }: AuditLine): string {
  const words = event.replaceAll(/[.-]/g, ' ')
  return outcome === 'done' ? words : `${words}, ${outcome}`
}
