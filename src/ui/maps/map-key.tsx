import type { StepRange } from '#calculations/ranks/five-steps.ts'
import type { JSX } from 'preact'
import { formatNumber, formatRange } from '#ui/charts/numbers.ts'

type MapKeyProps = {
  /** From `fiveSteps` or `rankHexagons`. */
  ranges: readonly StepRange[]
  /** What the values are: `crimes per 1,000 residents a year`. */
  unit: string
  /** What is shaded: `areas`, `cells`. */
  of: string
  decimals?: number
  /** What an unshaded area means, where there is one: `no residents`, `fewer than 5`. */
  none?: string
}

/** The steps of a map with their values in words. */
export function MapKey({ ranges, unit, of, decimals = 0, none }: MapKeyProps): JSX.Element {
  return (
    <div class="map-key">
      <p class="map-key-unit">{`${unit}, ${of} in five steps by rank`}</p>
      <ul class="map-key-steps">
        {ranges.map(({ step, low, high }) => (
          <li key={step}>
            <Swatch name={`map-step-${step}`} />
            {formatNumber(low, decimals) === formatNumber(high, decimals)
              ? formatNumber(low, decimals)
              : formatRange(low, high, decimals)}
          </li>
        ))}
        {none !== undefined && (
          <li>
            <Swatch name="map-none" />
            {none}
          </li>
        )}
      </ul>
    </div>
  )
}

function Swatch({ name }: { name: string }) {
  return (
    <svg class="map-swatch" width={22} height={14} viewBox="0 0 22 14" aria-hidden="true" focusable="false">
      <rect class={name} x={0.5} y={0.5} width={21} height={13} />
    </svg>
  )
}
