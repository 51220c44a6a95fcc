import { Details } from '#ui/govuk/details.tsx'
import { victimHref } from '../../addresses.ts'
import type { FollowedVictim } from '../../queries/followed.ts'
import { actsFor, sayTogether } from '../../rules/next-contact.ts'
import { WAYS, type Way } from '../../rules/contact-results.ts'

/** The ways that are a tap away where they were not asked yet. */
const USUAL: readonly Way[] = ['phone', 'in-person', 'letter']

/** The contact form with the way already chosen. */
function contactHref(id: string, way: Way): string {
  return `${victimHref(id)}/contact?way=${way}`
}

/** The next contact, prepared: what must be said, and the first tap of logging it. */
export function NextContact({ one }: { readonly one: FollowedVictim }) {
  const { id, way, owed, noSafeContactSince } = one
  if (noSafeContactSince !== null)
    return (
      <Taps taps={[{ href: `${victimHref(id)}/safe`, text: 'There is a safe way again' }]} label="When that changes" />
    )
  const say = sayTogether(owed.filter(({ byContact }) => byContact).map((each) => each.say))
  const acts = actsFor(owed.map(({ rule }) => rule))
  return (
    <>
      {say.length > 0 && (
        <Details summaryText="What to say" classes="fp-say">
          <ul class="govuk-list govuk-list--bullet">
            {say.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Details>
      )}
      {say.length > 0 && (
        <Taps
          label="Log it"
          taps={(way === null ? USUAL : [way]).map((each) => ({ href: contactHref(id, each), text: WAYS[each] }))}
        />
      )}
      {acts.length > 0 && (
        <Taps label="To do" taps={acts.map(({ path, text }) => ({ href: `${victimHref(id)}/${path}`, text }))} />
      )}
      {say.length === 0 && acts.length === 0 && 'nothing to tell now'}
    </>
  )
}

interface TapsProps {
  readonly label: string
  readonly taps: readonly { readonly href: string; readonly text: string }[]
}

/** Links large enough for a thumb. */
function Taps({ label, taps }: TapsProps) {
  return (
    <div class="fp-taps">
      <span class="fp-taps__label">{label}</span>
      {taps.map(({ href, text }) => (
        <a class="fp-quick__link" href={href}>
          {text}
        </a>
      ))}
    </div>
  )
}
