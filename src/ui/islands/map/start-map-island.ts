import { Map as MapLibreMap, Marker, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import { boundsOf, fetchFeatures, type IslandFeatures } from './island-features.ts'
import { mapStyle } from './map-style.ts'
import { letPoint } from './pointing.ts'
import { onThemeChange, readColours } from './theme-colours.ts'

const PATIENCE_MS = 15_000
const HOW_TO_MOVE = {
  'CooperativeGesturesHandler.WindowsHelpText': 'Hold Ctrl and scroll to zoom the map',
  'CooperativeGesturesHandler.MacHelpText': 'Hold ⌘ and scroll to zoom the map',
  'CooperativeGesturesHandler.MobileHelpText': 'Use two fingers to move the map',
}

/** Makes one map move. Never throws: whatever fails, the island goes away and the server-made map stays. */
export async function startMapIsland(element: HTMLElement): Promise<void> {
  const frame = element.parentElement
  const { geojsonUrl, workerUrl, label = 'Map' } = element.dataset
  if (!frame || geojsonUrl === undefined || workerUrl === undefined) return
  let map: MapLibreMap | undefined
  try {
    const data = await fetchFeatures(geojsonUrl)
    frame.classList.add('map-is-loading')
    setWorkerUrl(new URL(workerUrl, location.href).href)
    map = createMap(element, data)
    await drawn(map)
    const readout = addChild(element, 'p', 'map-readout')
    readout.setAttribute('aria-live', 'polite')
    letPoint(map, readout, label)
    addChild(element, 'div', 'map-cross')
    // What the drawn map says on its face about its areas, the moving one says too.
    const schematic = frame.querySelector('.map-schematic')?.textContent
    if (schematic) addChild(element, 'p', 'map-schematic-words').textContent = schematic
    frame.classList.add('map-is-live')
    const moving = map
    onThemeChange(() => moving.setStyle(mapStyle(data, readColours(element))))
  } catch (error) {
    map?.remove()
    element.remove()
    console.warn('The map stays as it was drawn:', error)
  } finally {
    frame.classList.remove('map-is-loading')
  }
}

function createMap(element: HTMLElement, data: IslandFeatures): MapLibreMap {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const bounds = boundsOf(data.features)
  const room = 0.6 * Math.max(bounds[2] - bounds[0], bounds[3] - bounds[1])
  const map = new MapLibreMap({
    container: addChild(element, 'div', 'map-canvas'),
    style: mapStyle(data, readColours(element)),
    bounds,
    fitBoundsOptions: { padding: 8 },
    maxBounds: [bounds[0] - room, bounds[1] - room, bounds[2] + room, bounds[3] + room],
    maxZoom: 17,
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    locale: HOW_TO_MOVE,
    ...(still && { fadeDuration: 0 }),
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  addMarkers(map, data)
  return map
}

/** Names stand this much above their places, clear of a pin there. */
const NAME_ABOVE = 18

/** Pins and the names of towns, as on the drawn map. */
function addMarkers(map: MapLibreMap, data: IslandFeatures): void {
  for (const { geometry, properties } of data.features) {
    if (geometry.type !== 'Point') continue
    const [longitude = 0, latitude = 0] = geometry.coordinates
    const marker = document.createElement('div')
    const isPin = properties.kind === 'pin'
    marker.className = isPin ? 'map-marker' : 'map-marker-place'
    marker.textContent = isPin ? String(properties.number ?? '') : properties.name
    if (isPin) marker.title = properties.name
    new Marker({ element: marker, offset: [0, isPin ? 0 : -NAME_ABOVE] }).setLngLat([longitude, latitude]).addTo(map)
  }
}

/** Settles when the map has been drawn once, and fails when it cannot be or takes too long. */
function drawn(map: MapLibreMap): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The map took too long')), PATIENCE_MS)
    map.once('idle', () => {
      clearTimeout(late)
      resolve()
    })
    map.once('error', ({ error }) => {
      clearTimeout(late)
      reject(error)
    })
  })
}

function addChild(parent: HTMLElement, tag: 'div' | 'p', name: string): HTMLElement {
  const child = document.createElement(tag)
  child.className = name
  parent.append(child)
  return child
}
