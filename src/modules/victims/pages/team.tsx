import type { z } from 'zod'
import { recordPaths } from '#kernel/records/pages/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { age, dayOf } from '#ui/words/dates.ts'
import { count, plural } from '#ui/words/numbers.ts'
import { COMPLIANCE, TEAM, victimHref, VICTIMS } from '../addresses.ts'
import { MOST_WAITING, showTeam, WAIVERS_DAYS, type Load, type Paused, type Waiver } from '../queries/show-team.ts'
import { OwedCell, ReachCell, WhoCell } from './parts/line.tsx'

type Model = z.output<typeof showTeam.output>

/** What a unit owes to victims that must be moved: by who has it, each with the way to hand it on. */
export const teamPage = page({ path: TEAM, query: showTeam, view: teamView })

function teamView(model: Model, { now }: PageContext): View {
  const { loads, waiting, paused, waivers } = model
  const all = [...loads.flatMap(({ victims }) => victims), ...paused, ...waivers]
  return {
    section: 'investigate',
    title: 'Which victims does my team have to tell first?',
    lead: (
      <>
        {plural(waiting, 'victim')} to whom something is overdue or soon will be, of your units, at{' '}
        <Time instant={now.toISOString()} form="time and day" />
      </>
    ),
    marking: all.some(({ marking }) => marking !== 'OFFICIAL') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    actions: [
      { text: 'All victims of my teams', href: `${VICTIMS}?of=team` },
      { text: 'Call-backs and compliance', href: COMPLIANCE },
    ],
    body: (
      <>
        {loads.length !== 1 && <Loads loads={loads} />}
        {loads.map((load) => (
          <LoadOf load={load} now={now} />
        ))}
        {waiting > MOST_WAITING && (
          <p class="govuk-body">
            The {MOST_WAITING} who wait longest are shown.{' '}
            <Link href={`${VICTIMS}?of=team&show=overdue`}>Show all to whom something is overdue</Link>
          </p>
        )}
        <h2>Paused: no safe contact</h2>
        <PausedTable paused={paused} now={now} />
        <h2>Waived in the last {WAIVERS_DAYS} days</h2>
        <Waivers waivers={waivers} now={now} />
      </>
    ),
  }
}

const anchorOf = ({ owner }: Load) => `with-${owner ?? 'nobody'}`

/** As work to move: counts of what is overdue, and no score of anybody. */
function Loads({ loads }: { readonly loads: readonly Load[] }) {
  return (
    <DataTable
      caption="By who has it"
      captionHidden
      rows={loads}
      empty={
        <EmptyState title="Nothing is overdue or soon will be">
          <Link href={`${VICTIMS}?of=team`}>See all victims whom your teams look after</Link>
        </EmptyState>
      }
      columns={[
        { header: 'With', cell: (load) => <Link href={`#${anchorOf(load)}`}>{load.name}</Link> },
        {
          header: 'Overdue',
          align: 'number',
          cell: ({ overdue }) => count(overdue),
        },
        { header: 'Due soon', align: 'number', cell: ({ soon }) => count(soon) },
        { header: 'Victims', align: 'number', cell: ({ waiting }) => count(waiting) },
      ]}
    />
  )
}

function LoadOf({ load, now }: { readonly load: Load; readonly now: Date }) {
  const { name, overdue, soon, victims } = load
  return (
    <section id={anchorOf(load)}>
      <h2>
        {name}: {count(overdue)} overdue, {count(soon)} due soon
      </h2>
      <DataTable
        caption={`With ${name}`}
        captionHidden
        rows={victims}
        empty={
          <EmptyState title="Not shown here">
            <Link href={`${VICTIMS}?of=team`}>They stand in the list of your teams’ victims</Link>
          </EmptyState>
        }
        columns={[
          { header: 'Victim', cell: (one) => <WhoCell one={one} /> },
          { header: 'Owed', cell: ({ owed }) => <OwedCell owed={owed} now={now} /> },
          { header: 'How to reach them', cell: (one) => <ReachCell one={one} now={now} /> },
          {
            header: 'Move',
            nowrap: true,
            phoneLabel: false,
            cell: ({ id }) => (
              <div class="fp-taps">
                <a class="fp-quick__link" href={recordPaths.handOn({ kind: 'victim', id })}>
                  Hand on
                </a>
              </div>
            ),
          },
        ]}
      />
    </section>
  )
}

function PausedTable({ paused, now }: { readonly paused: readonly Paused[]; readonly now: Date }) {
  return (
    <DataTable
      caption="Victims whom there is no safe way to reach"
      captionHidden
      rows={paused}
      empty={<EmptyState title="Nobody is paused">Each victim of your units can be reached safely.</EmptyState>}
      columns={[
        {
          header: 'Victim',
          cell: ({ id, name, title }) => (
            <>
              <Link href={victimHref(id)}>{name}</Link>
              <span class="fp-second">{title}</span>
            </>
          ),
        },
        {
          header: 'For',
          nowrap: true,
          cell: ({ since }) => (
            <>
              <StateTag state="not-held">{age(dayOf(since), dayOf(now.toISOString()))}</StateTag>
              <span class="fp-second">
                since <Time instant={since} now={now} />
              </span>
            </>
          ),
        },
        { header: 'Why', cell: ({ reason }) => reason },
        { header: 'Clocks stopped', align: 'number', cell: ({ stopped }) => count(stopped) },
        { header: 'Owner', cell: ({ owner }) => owner ?? 'nobody yet' },
      ]}
    />
  )
}

function Waivers({ waivers, now }: { readonly waivers: readonly Waiver[]; readonly now: Date }) {
  return (
    <DataTable
      caption="What was waived"
      captionHidden
      rows={waivers}
      empty={<EmptyState title="Nothing was waived">A waiver needs a rank and a reason, and stands here.</EmptyState>}
      columns={[
        {
          header: 'What',
          cell: ({ duty, title, name }) => (
            <>
              <Link href={`/work/duties/${duty}`}>{title}</Link>
              <span class="fp-second">{name}</span>
            </>
          ),
        },
        { header: 'When', nowrap: true, cell: ({ at }) => <Time instant={at} now={now} /> },
        {
          header: 'By',
          cell: ({ by, rank }) => (
            <>
              {by}
              <span class="fp-second">{rank}</span>
            </>
          ),
        },
        { header: 'Why', cell: ({ reason }) => reason },
      ]}
    />
  )
}
