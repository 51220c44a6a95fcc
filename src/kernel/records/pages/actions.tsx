import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag, type State } from '#ui/blocks/state-tag.tsx'
import { dayOf, daysLeft, shortDayWithYear } from '#ui/words/dates.ts'
import type { ActionView } from '../../actions/row.ts'
import { mayAct } from '../../actions/rules/act02-who-may.ts'
import { recordHref } from '../record.ts'
import type { RecordHead } from '../head.ts'
import { recordPaths } from './addresses.ts'

interface ActionsTableProps {
  readonly actions: readonly ActionView[]
  readonly context: Pick<PageContext, 'now'>
  /** Says which record each is of: in a list of one's own. */
  readonly withRecord?: boolean
  /** The record on whose page they stand, to add one to it. */
  readonly head?: Pick<RecordHead, 'kind' | 'id' | 'closedAt'>
}

/** Actions with who must do them, by when, and what can be done with each. */
export function ActionsTable({ actions, context, withRecord = false, head }: ActionsTableProps) {
  const today = londonDateAt(context.now)
  return (
    <>
      <DataTable
        caption="Actions"
        captionHidden
        rows={actions}
        empty={
          <EmptyState title="No actions">
            {head === undefined
              ? 'What somebody gives you to do will stand here.'
              : 'Add what is to be done, by whom and by when.'}
          </EmptyState>
        }
        columns={[
          { header: 'What is to be done', cell: (action) => action.title },
          { header: 'By whom', cell: ({ assignee }) => assignee.name },
          { header: 'Due', cell: ({ dueOn }) => (dueOn === null ? 'no date' : shortDayWithYear(dueOn)), nowrap: true },
          { header: 'State', phoneLabel: false, cell: (action) => <ActionState action={action} today={today} /> },
          { header: 'What came of it', cell: ({ words }) => words ?? 'not yet' },
          ...(withRecord ? [{ header: 'Record', cell: recordLink }] : []),
          { header: 'Do', phoneLabel: false, cell: acts },
        ]}
      />
      {head?.closedAt === null && (
        <p>
          <Link href={recordPaths.action(head)}>Add an action</Link>
        </p>
      )}
    </>
  )
}

function ActionState({
  action: { state, dueOn, endedAt },
  today,
}: {
  readonly action: ActionView
  readonly today: string
}) {
  if (state === 'dropped') return <StateTag state="too-few">dropped</StateTag>
  if (state === 'done')
    return <StateTag state="holding">done{endedAt !== null && `, ${shortDayWithYear(dayOf(endedAt))}`}</StateTag>
  if (dueOn === null) return <StateTag state="too-few">open</StateTag>
  const standing: State = dueOn < today ? 'not-held' : dueOn === today ? 'slipping' : 'holding'
  return <StateTag state={standing}>{daysLeft(dueOn, today)}</StateTag>
}

function recordLink({ record }: ActionView) {
  if (record === null) return 'not in your reach'
  return <Link href={recordHref(record.kind, record.id)}>{`${record.reference}: ${record.title}`}</Link>
}

function acts(action: ActionView) {
  if (action.state !== 'open') return ''
  const standing = { reach: action.record !== null, assignee: action.yours }
  const links = [
    mayAct('complete', standing) && <Link href={recordPaths.completeAction(action.id)}>Complete</Link>,
    mayAct('change', standing) && <Link href={recordPaths.changeAction(action.id)}>Change</Link>,
    mayAct('drop', standing) && <Link href={recordPaths.dropAction(action.id)}>Drop</Link>,
  ].filter((link) => link !== false)
  return <span class="fp-acts">{links}</span>
}
