/** The colours of a map as the style sheet has them now, by day or by night. */
export type MapColours = {
  readonly steps: readonly string[]
  readonly none: string
  readonly line: string
  readonly outline: string
  readonly ink: string
  readonly paper: string
}

/** Reads the colours off shapes that the style sheet has painted: it mixes them, which a map library cannot. */
export function readColours(element: HTMLElement): MapColours {
  const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  sheet.classList.add('map-svg')
  element.append(sheet)
  const read = (name: string, property: 'fill' | 'stroke') => {
    const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    shape.classList.add(name)
    sheet.append(shape)
    return plainColour(getComputedStyle(shape)[property])
  }
  const colours = {
    steps: [1, 2, 3, 4, 5].map((step) => read(`map-step-${step}`, 'fill')),
    none: read('map-none', 'fill'),
    line: read('map-step-1', 'stroke'),
    outline: read('map-outline', 'stroke'),
    ink: read('map-here', 'stroke'),
    paper: read('map-none', 'fill'),
  }
  sheet.remove()
  return colours
}

/** Any colour that the browser knows as `rgb(...)`: painted on one pixel and read back. */
function plainColour(colour: string): string {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return colour
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
  return `rgb(${red}, ${green}, ${blue})`
}

/** Calls back when the theme changes, by the machine's setting or by the page's own switch. */
export function onThemeChange(callback: () => void): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', callback)
  new MutationObserver(callback).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'class'],
  })
}
