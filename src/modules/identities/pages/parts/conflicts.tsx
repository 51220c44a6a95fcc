import { StateTag } from '#ui/blocks/state-tag.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { capital } from '#ui/words/capital.ts'
import type { Conflict } from '../../queries/conflicts.ts'
import type { MemberView } from '../../queries/side.ts'

/** What cannot all be true of one, and which source says which: said, and not chosen. */
export function Conflicts({
  conflicts,
  members,
}: {
  readonly conflicts: readonly Conflict[]
  readonly members: readonly MemberView[]
}) {
  if (conflicts.length === 0) return null
  const named = (party: number) => {
    const member = members.find(({ id }) => id === party)
    return member?.reference ?? member?.label ?? ''
  }
  return (
    <ul class="fp-markers fp-markers--differ">
      {conflicts.map(({ rule, what, says }) => (
        <li class="fp-markers__row">
          <span>
            <StateTag state="slipping">Not both true of one</StateTag>
          </span>
          <span>
            {capital(what)}:{' '}
            {says.map(({ value, parties }) => `${dated(value)} (${parties.map(named).join(', ')})`).join('; ')}
          </span>
          <span class="fp-markers__note">rule {rule}</span>
        </li>
      ))}
    </ul>
  )
}

function dated(value: string): string {
  return value.replace(/\d{4}-\d\d-\d\d/, (day) => shortDayWithYear(day))
}
