import { DueTime, DutyState } from '#kernel/duties/time-cell.tsx'
import { STANDINGS } from '#kernel/victims-code/victim-rule.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { plural } from '#ui/words/numbers.ts'
import { victimHref } from '../../addresses.ts'
import type { FollowedVictim } from '../../queries/followed.ts'
import type { OwedView } from '../../queries/victim-model.ts'
import { WAYS } from '../../rules/contact-results.ts'
import { reasonWords } from '../../rules/enhanced-choices.ts'

/** Who, of which crime, and which rights they have. */
export function WhoCell({ one }: { readonly one: FollowedVictim }) {
  const { id, name, title, reference, reasons, standing } = one
  return (
    <>
      <Link href={victimHref(id)}>{name}</Link>
      <span class="fp-second">{title}</span>
      <span class="fp-second fp-nowrap">
        <Reference>{reference}</Reference>
      </span>
      {standing !== 'person' && <span class="fp-second">{STANDINGS[standing]}</span>}
      <span class="fp-tags">
        {reasons.length === 0 ? (
          <StateTag state="too-few">standard rights</StateTag>
        ) : (
          reasons.map((reason) => <StateTag state="slipping">{`enhanced: ${lower(reasonWords(reason))}`}</StateTag>)
        )}
      </span>
    </>
  )
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** As many of what is owed as stand in a list; their page has the rest. */
const MOST_OWED = 4

/** What is owed and until when, by time left. */
export function OwedCell({ owed, now }: { readonly owed: readonly OwedView[]; readonly now: Date }) {
  if (owed.length === 0) return <>nothing now</>
  return (
    <ul class="fp-owed">
      {owed.slice(0, MOST_OWED).map((one) => (
        <li>
          <span class="fp-owed__what">{one.what}</span>
          <span class="fp-owed__when">
            <DutyState duty={one} now={now} />
            {one.dueAt !== null && <DueTime dueAt={one.dueAt} now={now} />}
          </span>
        </li>
      ))}
      {owed.length > MOST_OWED && <li class="fp-second">and {plural(owed.length - MOST_OWED, 'more', 'more')}</li>}
    </ul>
  )
}

/** How they may be reached, and how not: before anybody dials. */
export function ReachCell({ one, now }: { readonly one: FollowedVictim; readonly now: Date }) {
  const { way, times, language, notToTell, noSafeContactSince, toldAt, attempts } = one
  if (noSafeContactSince !== null)
    return (
      <div class="fp-reach">
        <StateTag state="not-held">no safe contact</StateTag>
        <span class="fp-second">
          Do not contact them. Since <Time instant={noSafeContactSince} now={now} />
        </span>
      </div>
    )
  return (
    <div class="fp-reach">
      {way === null ? 'not asked yet' : WAYS[way]}
      {times !== null && <>, {lower(times)}</>}
      {language !== null && <span class="fp-second">{language}</span>}
      {notToTell !== null && (
        <span class="fp-not">
          <strong>Must not know:</strong> {notToTell}
        </span>
      )}
      <span class="fp-second">
        {toldAt === null ? (
          'No contact yet'
        ) : (
          <>
            Last told <Time instant={toldAt} now={now} />
          </>
        )}
      </span>
      {attempts !== '' && <span class="fp-second">{attempts}</span>}
    </div>
  )
}
