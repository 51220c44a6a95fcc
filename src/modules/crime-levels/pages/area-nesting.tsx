import { AREA_KIND_NAMES, AREA_KINDS } from '#kernel/areas/kinds.ts'
import { Card, CardRows } from '#ui/blocks/card.tsx'
import type { AreaPageModel } from '../queries/area-model.ts'
import type { Shown } from '../queries/model.ts'
import { areaHref, incidentsHref } from '../rules/addresses.ts'
import { countWords, kindPlural } from './words.ts'

interface NestingProps {
  readonly shown: Shown
  readonly found: AreaPageModel
}

/** The areas that it lies in, how deprived it is, and the areas within it. */
export function AreaNesting({ shown, found }: NestingProps) {
  const { around, within, deprivation } = found
  const { what, from, to, source } = shown
  const filters = { what, from, to, source }
  const kinds = AREA_KIND_NAMES.filter((kind) => within.some((area) => area.kind === kind))
  return (
    <>
      {(deprivation !== null || around.length > 0) && (
        <Card title="What kind of place it is">
          <p>{deprivation ?? 'No index of deprivation is loaded for it.'}</p>
          {around.length > 0 && (
            <CardRows
              rows={around.map(({ id, kind, name }) => ({
                text: (
                  <>
                    In{' '}
                    <a class="govuk-link" href={areaHref(id, filters)}>
                      {name}
                    </a>
                  </>
                ),
                note: AREA_KINDS[kind].words,
              }))}
            />
          )}
        </Card>
      )}
      {kinds.map((kind) => (
        <Card title={`${kindPlural(kind)} within it`}>
          <div class="map-list-room">
            <CardRows
              rows={within
                .filter((area) => area.kind === kind)
                .toSorted((a, b) => b.count - a.count)
                .map(({ id, name, count }) => ({
                  text: (
                    <a class="govuk-link" href={areaHref(id, filters)}>
                      {name}
                    </a>
                  ),
                  note: (
                    <a class="govuk-link" href={incidentsHref({ ...filters, area: id })}>
                      {countWords(count, shown)}
                    </a>
                  ),
                }))}
            />
          </div>
        </Card>
      ))}
    </>
  )
}
