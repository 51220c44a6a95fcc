import type { Map as MapLibreMap, MapGeoJSONFeature, PointLike } from 'maplibre-gl'
import { AREAS } from './map-style.ts'

/**
 * Lets people point at areas: by mouse or finger where they point, by keyboard at the middle of the map, which the
 * arrow keys move. What is pointed at is said below the map; a click or Enter goes there.
 */
export function letPoint(map: MapLibreMap, readout: HTMLElement, label: string): void {
  const canvas = map.getCanvas()
  canvas.setAttribute('aria-label', `${label}. Arrow keys move the map, plus and minus zoom, Enter opens the area.`)
  let pointed: MapGeoJSONFeature | undefined

  const show = (feature: MapGeoJSONFeature | undefined) => {
    if (feature?.id === pointed?.id) return
    if (pointed?.id !== undefined) map.setFeatureState({ source: 'features', id: pointed.id }, { pointed: false })
    if (feature?.id !== undefined) map.setFeatureState({ source: 'features', id: feature.id }, { pointed: true })
    pointed = feature
    readout.textContent = feature ? wordsFor(feature) : ''
    map.getCanvasContainer().classList.toggle('map-over-link', hrefOf(feature) !== undefined)
  }
  const areaAt = (point: PointLike) => map.queryRenderedFeatures(point, { layers: [AREAS] })[0]
  const showMiddle = () => show(areaAt(map.project(map.getCenter())))
  const hasFocus = () => document.activeElement === canvas && canvas.matches(':focus-visible')

  map.on('mousemove', ({ point }) => show(areaAt(point)))
  map.on('mouseout', () => show(undefined))
  map.on('click', ({ point }) => follow(areaAt(point)))
  map.on('moveend', () => {
    if (hasFocus()) showMiddle()
  })
  canvas.addEventListener('focus', () => {
    if (hasFocus()) showMiddle()
  })
  canvas.addEventListener('blur', () => show(undefined))
  canvas.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') follow(areaAt(map.project(map.getCenter())))
  })
}

function wordsFor({ properties }: MapGeoJSONFeature): string {
  const { name, value }: Record<string, unknown> = properties
  return [name, value].filter((part) => typeof part === 'string').join(': ')
}

function follow(feature: MapGeoJSONFeature | undefined): void {
  const href = hrefOf(feature)
  if (href !== undefined) location.assign(href)
}

/** The link of an area, if it is one of our own: data must not lead people away. */
function hrefOf(feature: MapGeoJSONFeature | undefined): string | undefined {
  const href: unknown = feature?.properties['href']
  if (typeof href !== 'string') return undefined
  const url = new URL(href, location.href)
  return url.origin === location.origin ? url.href : undefined
}
