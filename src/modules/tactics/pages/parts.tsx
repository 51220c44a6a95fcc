import { Link } from '#kernel/web/parts/definition.tsx'
import { HELD, OUTCOMES } from '#kernel/tactics/ends.ts'
import { tacticHref } from '#kernel/tactics/hrefs.ts'
import { EFFECTS, markOf, SURENESS } from '#kernel/tactics/tactic.ts'
import { tacticName } from '#kernel/tactics/tactics.ts'
import { StateTag, type State } from '#ui/blocks/state-tag.tsx'
import { plural } from '#ui/words/numbers.ts'
import type { TacticView } from '../queries/tactic-view.ts'
import type { UseView } from '../queries/uses.ts'

const EFFECT_STATES = {
  reduction: 'holding',
  mixed: 'slipping',
  'no-effect': 'too-few',
  increase: 'not-held',
} as const satisfies Record<TacticView['effect'], State>

/** What research found, as a word with a shape. */
export function EffectTag({ tactic: { effect } }: { readonly tactic: Pick<TacticView, 'effect'> }) {
  return <StateTag state={EFFECT_STATES[effect]}>{EFFECTS[effect]}</StateTag>
}

/** "4 of 4: strong". */
export function surenessWords({ sureness }: Pick<TacticView, 'sureness'>): string {
  return `${sureness} of 4: ${SURENESS[sureness]}`
}

/** Whether its direction was seen by us. */
export function markWords(tactic: Pick<TacticView, 'seenIn'>): string {
  return markOf(tactic) === 'seen' ? 'seen' : 'unverified: from knowledge'
}

/** What the force’s own plans came to, in a sentence. */
export function ownWords({ used, open, better, notBetter, held, notHeld }: TacticView['own']): string {
  if (used === 0) return 'not used that you may see'
  const ended = [
    ...(better > 0 ? [`${better} gone or smaller`] : []),
    ...(notBetter > 0 ? [`${notBetter} no better`] : []),
    ...(held > 0 ? [`${held} held`] : []),
    ...(notHeld > 0 ? [`${notHeld} did not hold`] : []),
    ...(open > 0 ? [`${open} open`] : []),
  ]
  return [plural(used, 'plan'), ...ended].join(', ')
}

/** How a plan that used it stands or ended. */
export function endWords({ ended, outcome }: Pick<UseView, 'ended' | 'outcome'>): string {
  if (!ended) return 'not ended'
  return outcome === null ? 'ended' : OUTCOMES[outcome]
}

export function heldWords({ ended, held }: Pick<UseView, 'ended' | 'held'>): string {
  return ended ? HELD[held] : ''
}

/** The tactics that something cites. */
export function Cited({ tactics }: { readonly tactics: readonly string[] }) {
  if (tactics.length === 0) return <>none of the library</>
  return (
    <ul class="govuk-list">
      {tactics.map((code) => (
        <li>
          <Link href={tacticHref(code)}>{tacticName(code)}</Link>
        </li>
      ))}
    </ul>
  )
}
