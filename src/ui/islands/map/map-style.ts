import type { StyleSpecification } from 'maplibre-gl'
import type { IslandFeatures } from './island-features.ts'
import type { MapColours } from './theme-colours.ts'

export const AREAS = 'areas'

/** The style of the moving map: the same shades and lines as the server-made one, and nothing from elsewhere. */
export function mapStyle(data: IslandFeatures, colours: MapColours): StyleSpecification {
  const [one = '', two = '', three = '', four = '', five = ''] = colours.steps
  return {
    version: 8,
    sources: { features: { type: 'geojson', data, generateId: true } },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': colours.paper } },
      {
        id: AREAS,
        type: 'fill',
        source: 'features',
        filter: ['==', ['get', 'kind'], 'area'],
        paint: {
          'fill-color': ['match', ['get', 'step'], 1, one, 2, two, 3, three, 4, four, 5, five, colours.none],
          'fill-antialias': true,
        },
      },
      {
        id: 'area-lines',
        type: 'line',
        source: 'features',
        filter: ['==', ['get', 'kind'], 'area'],
        paint: { 'line-color': colours.line, 'line-width': 0.8 },
      },
      {
        id: 'outlines',
        type: 'line',
        source: 'features',
        filter: ['==', ['get', 'kind'], 'outline'],
        paint: { 'line-color': colours.outline, 'line-width': 1.2 },
      },
      {
        id: 'here',
        type: 'line',
        source: 'features',
        filter: ['==', ['get', 'here'], true],
        paint: { 'line-color': colours.ink, 'line-width': 2.5 },
      },
      {
        id: 'pointed-at',
        type: 'line',
        source: 'features',
        filter: ['==', ['get', 'kind'], 'area'],
        paint: {
          'line-color': colours.ink,
          'line-width': ['case', ['boolean', ['feature-state', 'pointed'], false], 2.5, 0],
        },
      },
    ],
  }
}
