import { proportionFunnel } from '#calculations/funnel/proportion-funnel.ts'
import { proportionInterval } from '#calculations/rates/proportion-interval.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { FunnelPlot } from '#ui/charts/funnel-plot.tsx'
import { count, decimal } from '#ui/words/numbers.ts'
import type { AreaShares } from '../../queries/show-consistency.ts'

type Counted = AreaShares['shares'][keyof AreaShares['shares']]

/** Fewer areas than this show nothing of how areas differ [default]. */
export const FEWEST_AREAS = 3

/** "5 of 7", with what is behind it, the interval of the share, and what is unknown. */
export function CountedShare({ share, href }: { readonly share: Counted; readonly href: string }) {
  if (share.of === 0 && share.unknown === 0) return <>none</>
  const unknown = share.unknown === 0 ? '' : `${share.unknown} unknown`
  if (share.of === 0) return <>{unknown}</>
  const { low, high } = proportionInterval(share.count, share.of)
  const percent = (part: number) => Math.round(part * 100)
  return (
    <>
      <Link href={href}>
        {count(share.count)} of {count(share.of)}
      </Link>
      <span class="fp-second">
        {percent(low)} to {percent(high)} in a hundred{unknown === '' ? '' : `; ${unknown}`}
      </span>
    </>
  )
}

interface FunnelCardProps {
  readonly id: string
  readonly title: string
  readonly counted: string
  readonly areas: readonly { readonly id: number; readonly name: string; readonly share: Counted }[]
}

/** Areas set against one another by a share. */
export function FunnelCard({ id, title, counted, areas }: FunnelCardProps) {
  const funnel = proportionFunnel(
    areas.map(({ id: area, name, share }) => ({ id: String(area), name, count: share.count, of: share.of })),
  )
  const outside = funnel.areas.filter(({ place }) => place !== 'inside')
  return (
    <section class="fp-card">
      <FunnelPlot
        id={`funnel-${id}`}
        title={title}
        headingLevel={3}
        words={
          outside.length === 0
            ? 'All lie within what chance explains at their numbers.'
            : `Outside what chance explains: ${outside.map(({ name, side }) => `${name} (${side})`).join(', ')}.`
        }
        unit="in a hundred"
        sizeUnit="how many were counted"
        decimals={0}
        funnel={funnel}
        howCounted={
          <p>
            {counted} Limits are exact binomial limits around the share of all areas shown here (Spiegelhalter 2005): by
            chance one area in twenty lies outside the 95% limits, and two in a thousand outside the 99.8% limits. These
            areas differ {decimal(funnel.dispersion)} times as much as chance makes them. Outside is a question to ask,
            not a finding. Small numbers have wide limits and say little.
          </p>
        }
      />
    </section>
  )
}
