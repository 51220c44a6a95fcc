import { DataTable } from '#ui/blocks/data-table.tsx'
import { Time } from '#ui/blocks/time.tsx'
import type { DutyModel } from './duty.tsx'
import { DUTIES } from './duties.tsx'
import { DueTime } from '#kernel/duties/time-cell.tsx'

/** When its clock was stopped, why and by whom. Nothing where it never was. */
export function Pauses({ pauses }: Pick<DutyModel, 'pauses'>) {
  return (
    <DataTable
      caption="When its clock was stopped"
      columns={[
        { header: 'From', cell: ({ from }) => <Time instant={from} /> },
        { header: 'To', cell: ({ to }) => (to === null ? 'still' : <Time instant={to} />) },
        { header: 'Why', cell: ({ reason }) => reason },
        {
          header: 'By',
          cell: ({ by, resumedBy }) => [by, resumedBy].filter((name) => name !== null).join('; ended by '),
        },
      ]}
      rows={pauses}
      empty={null}
    />
  )
}

const KINDS = { corrected: 'its start was corrected', changed: 'what was owed changed' } as const

/** The duties whose place it took. */
export function Relatives({ before, now }: Pick<DutyModel, 'before'> & { readonly now: Date }) {
  return (
    <DataTable
      caption="What it took the place of"
      columns={[
        { header: 'Duty', cell: ({ id, title }) => <a href={`${DUTIES}/${id}`}>{title}</a> },
        { header: 'Due', cell: ({ dueAt }) => <DueTime dueAt={dueAt} now={now} /> },
        { header: 'Replaced', cell: ({ at }) => <Time instant={at} /> },
        { header: 'Because', cell: ({ kind, reason }) => `${KINDS[kind]}: ${reason}` },
      ]}
      rows={before}
      empty={null}
    />
  )
}

/** Who was told when. */
export function Tellings({ tellings }: Pick<DutyModel, 'tellings'>) {
  return (
    <DataTable
      caption="Who was told"
      columns={[
        { header: 'When', cell: ({ at }) => <Time instant={at} /> },
        {
          header: 'Of what',
          cell: ({ crossed }) => (crossed >= 100 ? overWords(crossed) : `${crossed}% of the time had passed`),
        },
        { header: 'Whom', cell: (telling) => whomWords(telling, tellings) },
      ]}
      rows={tellings}
      empty={null}
    />
  )
}

function overWords(crossed: number): string {
  return crossed === 100 ? 'overdue' : `overdue by ${crossed - 100}% of its time`
}

type Telling = DutyModel['tellings'][number]

/** After a standstill each is told of the latest threshold alone. */
function whomWords({ at, crossed, to }: Telling, all: readonly Telling[]): string {
  if (to.length > 0) return to.join(', ')
  const later = all.some((other) => other.at === at && other.crossed > crossed)
  return later ? 'told together with what followed' : 'nobody to tell'
}
