import { StateTag, type State } from '#ui/blocks/state-tag.tsx'
import { BANDS, type Band } from '../../rules/asb02-risk-form.ts'

const STATES = { standard: 'holding', medium: 'slipping', high: 'not-held' } as const satisfies Record<Band, State>

/** The band that was judged; that nobody assessed it stands out as well. */
export function RiskTag({ risk, partyKnown }: { readonly risk: Band | null; readonly partyKnown: boolean }) {
  if (risk !== null) return <StateTag state={STATES[risk]}>{BANDS[risk]}</StateTag>
  if (!partyKnown) return <StateTag state="too-few">nobody to assess</StateTag>
  return <StateTag state="slipping">not assessed yet</StateTag>
}
