import { tacticHref } from '#kernel/tactics/hrefs.ts'
import { findTactic, tacticName, tacticWords } from '#kernel/tactics/tactics.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { dayOf, shortDayWithYear } from '#ui/words/dates.ts'
import { problemHref } from '../../addresses.ts'
import type { PlanPageModel } from '../../queries/open-plan.ts'
import { SIDES } from '../../reference/lists.ts'
import { techniqueWords } from '../../reference/techniques.ts'
import { isWorked } from '../../rules/pop05-stages.ts'

/** What is done about it: by whom, by which technique, on what evidence. Each is an action, completed in the list below. */
export function Responses({ model: { plan, stage, parts } }: { readonly model: PlanPageModel }) {
  const { approvedBy, approvedAt } = plan
  return (
    <>
      <DataTable
        caption="Responses"
        captionHidden
        rows={plan.responses}
        empty={
          <EmptyState title="No response yet">What follows from the analysis stands here, with who does it.</EmptyState>
        }
        columns={[
          { header: 'Response', cell: ({ title }) => title },
          { header: 'By whom', cell: ({ assignee }) => assignee },
          { header: 'Side', cell: ({ side }) => SIDES[side].words },
          { header: 'Technique', cell: ({ technique }) => techniqueWords(technique) },
          { header: 'How it is to work', cell: ({ mechanism }) => mechanism },
          {
            header: 'Evidence',
            cell: (response) => <Evidence response={response} />,
          },
          { header: 'Due', nowrap: true, cell: ({ dueOn }) => (dueOn === null ? 'no date' : shortDayWithYear(dueOn)) },
          { header: 'State', cell: ({ state }) => state },
        ]}
      />
      <p class="govuk-body">
        {approvedBy === null || approvedAt === null
          ? 'The response is not approved yet.'
          : `Approved by ${approvedBy}, ${shortDayWithYear(dayOf(approvedAt))}.`}
      </p>
      {isWorked(stage) && (
        <p>
          <Link href={`${problemHref(parts.head.id)}/respond`}>Add a response</Link>
        </p>
      )}
    </>
  )
}

/** The tactic of the library, what else shows that it works, or why nothing does; and why one known to fail was chosen. */
function Evidence({ response }: { readonly response: PlanPageModel['plan']['responses'][number] }) {
  const { tactic, evidenceLink, noEvidenceReason, failingReason, addedBy } = response
  const rated = tactic === null ? null : findTactic(tactic)
  return (
    <>
      {tactic !== null && (
        <Link href={tacticHref(tactic)}>{rated === null ? tacticName(tactic) : tacticWords(rated)}</Link>
      )}
      {evidenceLink !== null && <span class={tactic === null ? undefined : 'fp-second'}>{evidenceLink}</span>}
      {noEvidenceReason !== null && `None: ${noEvidenceReason}`}
      {failingReason !== null && (
        <span class="fp-second">
          Chosen all the same by {addedBy}: {failingReason}
        </span>
      )}
    </>
  )
}
