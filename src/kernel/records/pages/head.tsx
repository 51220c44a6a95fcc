import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { SHARED_KINDS } from '#kernel/sharing/lists.ts'
import { Time } from '#ui/blocks/time.tsx'
import type { RecordHead } from '../head.ts'
import { stageWords } from '../record.ts'
import { recordPaths } from './addresses.ts'

/** What a record's page can do from its head: for the `actions` of its view. */
export function headActions(head: RecordHead) {
  return [
    ...(head.handsOn ? [{ text: 'Hand on', href: recordPaths.handOn(head) }] : []),
    ...(SHARED_KINDS.some((kind) => kind === head.kind) ? [{ text: 'Sharing', href: recordPaths.sharing(head) }] : []),
    { text: 'History', href: recordPaths.history(head) },
    { text: 'Why can I see this?', href: `/why/${head.kind}/${head.id}` },
  ]
}

/** Who has it, where, how it is marked, and which version this is. */
export function HeadDetails({ head }: { readonly head: RecordHead }) {
  return (
    <Definition
      of={[
        ['Stage', stageWords(head.stage)],
        [
          'Owner',
          head.owner === null ? (
            'nobody yet'
          ) : (
            <Link href={`/colleagues/${head.owner}`}>{head.ownerName ?? 'somebody'}</Link>
          ),
        ],
        ['Unit', head.unitName],
        ['Area', head.areaName],
        ['For', head.unit === null && head.area === null && 'the whole force'],
        ['Marking', head.marking],
        ['Compartment', head.compartmentName],
        ['Opened', <Time instant={head.openedAt} />],
        ['Closed', head.closedAt !== null && <Time instant={head.closedAt} />],
        ['Version', String(head.version)],
      ]}
    />
  )
}
