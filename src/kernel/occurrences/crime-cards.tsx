import { findOffences } from '../offences/offences.ts'
import { findOutcome } from '../offences/outcomes.ts'
import { PARTY_KINDS, ROLES_IN_OCCURRENCES } from '../parties/words.ts'
import { Definition, Link } from '../web/parts/definition.tsx'
import { Card } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { dayOf, dayWithYear } from '#ui/words/dates.ts'
import { count } from '#ui/words/numbers.ts'
import type { CrimeDetail } from './crime.ts'

type Crime = NonNullable<CrimeDetail['crime']>

/** What the crime is recorded as, when it was, what came of it, and its harm. */
export function CrimeCard({ crime }: { readonly crime: Crime }) {
  return (
    <Card title="As it is recorded">
      <Definition
        of={[
          ['Offence', <Offence crime={crime} />],
          ['Reported', <Moment at={crime.reportedAt} precision={crime.reportedPrecision} />],
          ['Recorded', <Moment at={crime.recordedAt} precision={crime.recordedPrecision} />],
          ['Outcome', outcomeWords(crime)],
          ['Harm', harmWords(crime)],
          ['Officer in the case', crime.officer],
          ['Unit', crime.unit],
          ['Summary', crime.summary],
        ]}
      />
    </Card>
  )
}

function Offence({ crime }: { readonly crime: Crime }) {
  const [known, ...others] = findOffences(crime.offenceCode, crime.offenceClass)
  const codes = [crime.offenceCode, crime.offenceClass].filter((code) => code !== null).join(', ')
  const title = known !== undefined && others.length === 0 ? known.title : crime.offenceWords || known?.subgroup
  return (
    <>
      {title ?? 'not given'} {codes !== '' && <Reference>{codes}</Reference>}
      {crime.offenceStanding === 'not-valid' && (
        <span class="fp-second">no offence on its day, by the list kept here</span>
      )}
      {crime.offenceStanding === 'unknown' && codes !== '' && (
        <span class="fp-second">the list kept here does not have this code</span>
      )}
    </>
  )
}

function Moment({ at, precision }: { readonly at: string | null; readonly precision: 'minute' | 'day' | null }) {
  if (at === null) return <>not known</>
  return precision === 'day' ? <>{dayWithYear(dayOf(at))}, at a time that is not known</> : <Time instant={at} />
}

function outcomeWords({ outcomeCode, outcomeOn }: Crime): string {
  if (outcomeCode === null) return 'none given'
  const title = findOutcome(outcomeCode)?.title ?? 'not known here'
  return `${outcomeCode}, ${title}${outcomeOn === null ? '' : `, given on ${dayWithYear(outcomeOn)}`}`
}

function harmWords({ harmDays, harmEdition, harmEstimated, offenceStanding }: Crime): string | null {
  if (offenceStanding === 'none') return null
  if (harmDays === null) return 'not known, which is not nought'
  const days = `${harmDays.toLocaleString('en-GB')} days, Cambridge Crime Harm Index of ${harmEdition ?? ''}`
  return harmEstimated === true ? `${days}; an estimate from its subgroup` : days
}

/** Who and what had a part in it: as far as the reader may see them. */
export function RolesCard({ roles, roleCount }: Pick<CrimeDetail, 'roles' | 'roleCount'>) {
  return (
    <Card title="Who and what had a part in it">
      <DataTable
        caption={roleCount > roles.length ? `The first ${roles.length} of ${count(roleCount)}` : 'Each with their part'}
        captionHidden={roleCount <= roles.length}
        columns={[
          {
            header: 'Who or what',
            cell: ({ party, kind, label }) => (
              <>
                <Link href={`${PARTY_KINDS[kind].path}/${party}`}>{label}</Link>
                <span class="fp-second">{PARTY_KINDS[kind].one}</span>
              </>
            ),
          },
          { header: 'Part', cell: ({ role }) => ROLES_IN_OCCURRENCES[role].words },
          { header: 'Known as', cell: ({ basis }) => basis },
        ]}
        rows={roles}
        empty={
          <EmptyState title="Nobody that you may see">
            <p>No person, place, vehicle or phone is tied to it here.</p>
          </EmptyState>
        }
      />
    </Card>
  )
}
