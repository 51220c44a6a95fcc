import { LISTED_PER_KIND, openArea } from '#kernel/organisation/area/open.ts'
import { AREA_KINDS, wordsFor } from '#kernel/organisation/words.ts'
import { page } from '#kernel/web/view.ts'
import { Reference } from '#ui/blocks/reference.tsx'
import { plural } from '#ui/words/numbers.ts'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { actionsFor, administers } from '../parts/may.ts'
import type { Place } from '../parts/place.ts'
import { termWords } from '../parts/terms.ts'

export const areaPage = ({ base, section, readers }: Place) =>
  page({
    path: `${base}/areas/:id`,
    query: readers(openArea),
    view: ({ area, outer, inner, units }, context) => ({
      section,
      title: area.name,
      lead: (
        <>
          {wordsFor(AREA_KINDS, area.kind)}, <Reference>{area.code}</Reference>,{' '}
          {termWords(area.validFrom, area.validTo)}
        </>
      ),
      back: { href: `${base}/areas`, text: 'Areas' },
      notice: doneNotice(context, { added: 'Area added', changed: 'Area saved', ended: 'Last day saved' }),
      actions: [
        ...actionsFor(context.reader.principal === 'staff', {
          text: 'How much crime and ASB there is',
          href: `/prevent/levels/areas/${area.id}`,
        }),
        ...actionsFor(
          administers(context),
          { text: 'Rename', href: `/administration/areas/${area.id}/change` },
          { text: 'End', href: `/administration/areas/${area.id}/end` },
        ),
      ],
      body: (
        <>
          <Definition
            of={[
              ['Outline', outlineWords(area)],
              ['Source', area.source],
              ['Lies in', outer.length > 0 && <Linked list={outer} path={`${base}/areas`} kinds />],
              ['Units that work there', units.length > 0 && <Linked list={units} path={`${base}/units`} />],
            ]}
          />
          {inner.length > 0 && <h2 class="govuk-heading-m">What lies inside?</h2>}
          {inner.map(({ kind, areas, listed }) => (
            <>
              <h3 class="govuk-heading-s">
                {wordsFor(AREA_KINDS, kind)}: {plural(areas, 'area')}
              </h3>
              <p class="govuk-body">
                <Linked list={listed} path={`${base}/areas`} />
                {areas > LISTED_PER_KIND && ` and ${areas - LISTED_PER_KIND} more`}
              </p>
            </>
          ))}
        </>
      ),
    }),
  })

function outlineWords(area: { readonly hasOutline: boolean; readonly schematic: boolean }): string {
  if (!area.hasOutline) return 'None here. Import boundaries to have it on maps and to count in it'
  return area.schematic ? 'Schematic: drawn from places and distances, not surveyed' : 'Surveyed'
}

interface LinkedProps {
  readonly list: readonly { readonly id: number; readonly name: string; readonly kind?: string }[]
  readonly path: string
  readonly kinds?: boolean
}

function Linked({ list, path, kinds }: LinkedProps) {
  return (
    <>
      {list.map((one, index) => (
        <>
          {index > 0 && ', '}
          <Link href={`${path}/${one.id}`}>{one.name}</Link>
          {kinds === true && ` (${wordsFor(AREA_KINDS, one.kind ?? '').toLowerCase()})`}
        </>
      ))}
    </>
  )
}
