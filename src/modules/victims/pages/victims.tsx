import type { z } from 'zod'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { page, type View } from '#kernel/web/view.ts'
import { MOST_COUNTED } from '#kernel/duties/count-open.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { KeyFigure } from '#ui/blocks/key-figure.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { count, plural } from '#ui/words/numbers.ts'
import { VICTIMS } from '../addresses.ts'
import type { FollowedVictim } from '../queries/followed.ts'
import { listVictims, OF, SHOWN, VICTIMS_A_PAGE } from '../queries/list-victims.ts'
import { isWriter } from '../writers.ts'
import { OwedCell, ReachCell, WhoCell } from './parts/line.tsx'
import { NextContact } from './parts/next-contact.tsx'

type Model = z.output<typeof listVictims.output>

/** Whom somebody has to tell, by time left; each with what must be said and the first tap of logging it. */
export const victimsPage = page({ path: VICTIMS, query: listVictims, view: victimsView })

function victimsView(model: Model, context: PageContext): View {
  const { victims, total, filter } = model
  const filtered = filter.of !== model.usual || filter.show !== 'all'
  const works = isWriter(context.reader.roles)
  return {
    section: 'investigate',
    title: 'Which victims are owed something?',
    lead: `${total >= MOST_COUNTED ? `${counted(total)} victims` : plural(total, 'victim')}, those who are owed something soonest first: ${OF[filter.of].toLowerCase()}`,
    marking: victims.some(({ marking }) => marking !== 'OFFICIAL') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    actions: works ? [{ text: 'Add a victim', href: `${VICTIMS}/new` }] : [],
    body: (
      <>
        <Counts model={model} />
        <FilterBar action={VICTIMS} values={filter} {...(filtered && { clearHref: VICTIMS })}>
          <SelectField name="of" label="Whose" options={choicesOf(OF)} />
          <SelectField name="show" label="Which" options={choicesOf(SHOWN)} />
        </FilterBar>
        <Victims victims={victims} filtered={filtered} works={works} now={context.now} />
        <Pager
          page={model.page}
          pageSize={VICTIMS_A_PAGE}
          total={total}
          what={total >= MOST_COUNTED ? 'victims or more' : 'victims'}
          href={(number) => address(VICTIMS, { ...filter, page: number })}
        />
      </>
    ),
  }
}

/** More are not counted. */
function counted(number: number): string {
  return number >= MOST_COUNTED ? `${count(MOST_COUNTED)} or more` : count(number)
}

function Counts({ model: { counts, filter } }: { readonly model: Model }) {
  const href = (show: string) => address(VICTIMS, { of: filter.of, show })
  const words = (number: number) => (number === 1 ? 'victim' : 'victims')
  return (
    <div class="fp-counts">
      <CardGrid columns={4}>
        <Card title="Something overdue" state={counts.overdue > 0 ? 'not-held' : undefined}>
          <KeyFigure large value={counted(counts.overdue)} label={words(counts.overdue)} href={href('overdue')} />
        </Card>
        <Card title="Something due soon" state={counts.soon > 0 ? 'slipping' : undefined}>
          <KeyFigure large value={counted(counts.soon)} label={words(counts.soon)} href={href('soon')} />
        </Card>
        <Card title="No contact yet">
          <KeyFigure large value={counted(counts.silent)} label={words(counts.silent)} href={href('silent')} />
        </Card>
        <Card title="Paused: no safe contact">
          <KeyFigure large value={counted(counts.unsafe)} label={words(counts.unsafe)} href={href('unsafe')} />
        </Card>
      </CardGrid>
    </div>
  )
}

interface VictimsProps {
  readonly victims: readonly FollowedVictim[]
  readonly filtered: boolean
  readonly works: boolean
  readonly now: Date
}

function Victims({ victims, filtered, works, now }: VictimsProps) {
  return (
    <DataTable
      caption="Victims by time left"
      captionHidden
      rows={victims}
      empty={
        filtered ? (
          <EmptyState title="No victim is like this">
            <Link href={VICTIMS}>Show those whom you usually see</Link>
          </EmptyState>
        ) : (
          <EmptyState title="No victim waits for you">
            Victims of crimes come with the extract of the records system. Others are added by hand.{' '}
            <Link href={address(VICTIMS, { of: 'all' })}>Show all in your reach</Link>
          </EmptyState>
        )
      }
      columns={[
        { header: 'Victim', cell: (one) => <WhoCell one={one} /> },
        { header: 'Owed', cell: ({ owed }) => <OwedCell owed={owed} now={now} /> },
        { header: 'How to reach them', cell: (one) => <ReachCell one={one} now={now} /> },
        ...(works
          ? [
              {
                header: 'Next contact',
                phoneLabel: false as const,
                cell: (one: FollowedVictim) => <NextContact one={one} />,
              },
            ]
          : []),
        { header: 'Owner', nowrap: true, cell: ({ owner, unit }) => owner ?? unit ?? 'nobody yet' },
      ]}
    />
  )
}
