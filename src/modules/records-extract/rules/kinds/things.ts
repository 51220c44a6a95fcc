import { pointOf } from '../cells.ts'
import { COMMON, POINT, reference, text } from '../fields.ts'
import { defineKind } from './define.ts'

export const vehicles = defineKind({
  words: { many: 'Vehicles', one: 'vehicle' },
  fields: {
    reference: reference('Number of the vehicle'),
    mark: text('Registration mark', 20),
    make: text('Make', 60),
    model: text('Model', 60),
    colour: text('Colour', 40),
    vin: text('VIN', 40),
    ...COMMON,
  },
  columns: { label: 'text', mark: 'text', make: 'text', model: 'text', colour: 'text', vin: 'text' },
  row(cells) {
    const mark = cells
      .text('mark')
      .toUpperCase()
      .replaceAll(/[\s-]+/g, '')
    if (mark !== '' && !/^[A-Z0-9]{1,12}$/.test(mark)) cells.fail('mark', 'A registration mark is letters and figures.')
    const vin = cells.text('vin').toUpperCase().replaceAll(/\s+/g, '')
    if (vin !== '' && !/^[A-Z0-9]{5,17}$/.test(vin)) cells.fail('vin', 'A VIN is 5 to 17 letters and figures.')
    const [make, model, colour] = [cells.text('make'), cells.text('model'), cells.text('colour')]
    const said = [colour, make, model].filter((part) => part !== '').join(' ')
    if (mark === '' && vin === '' && said === '')
      cells.fail('mark', 'Nothing tells this vehicle: no mark, VIN, make or colour.')
    return {
      reference: cells.text('reference'),
      values: [markWords(mark) || said || vin, mark || null, make, model, colour, vin || null],
    }
  },
})

/** As it stands on the plate: "AB12 CDE". Other shapes stay as they are. */
function markWords(mark: string): string {
  return /^[A-Z]{2}\d{2}[A-Z]{3}$/.test(mark) ? `${mark.slice(0, 4)} ${mark.slice(4)}` : mark
}

export const phones = defineKind({
  words: { many: 'Phones', one: 'phone' },
  fields: {
    reference: reference('Number of the phone’s record', 'The phone number itself will do'),
    number: { label: 'Phone number', type: { is: 'text', most: 40 }, required: true },
    ...COMMON,
  },
  columns: { label: 'text', number: 'text' },
  row(cells) {
    const number = fullNumber(cells.text('number'))
    if (number === null)
      cells.fail('number', 'This is not a phone number: 3 to 15 figures, with + or 00 before a foreign one.')
    return { reference: cells.text('reference'), values: [phoneWords(number ?? ''), number] }
  },
})

/** Digits with the country's code: `447700900123`. Null where it is no number. */
function fullNumber(text: string): string | null {
  const packed = text.replaceAll(/[\s().-]+/g, '')
  const match = /^(?:(\+|00)(\d+)|(\d+))$/.exec(packed)
  if (match === null) return null
  const abroad = match[2]?.replace(/^440/, '44')
  const home = match[3]
  const full = abroad ?? (home?.startsWith('0') === true ? `44${home.slice(1)}` : (home ?? ''))
  return /^\d{3,15}$/.test(full) ? full : null
}

function phoneWords(full: string): string {
  if (full.startsWith('447') && full.length === 12) return `0${full.slice(2, 6)} ${full.slice(6)}`
  return full.startsWith('44') && full.length > 10 ? `0${full.slice(2)}` : full.length > 8 ? `+${full}` : full
}

export const postcodes = defineKind({
  words: { many: 'Postcodes', one: 'postcode' },
  fields: {
    postcode: { label: 'Postcode', type: { is: 'postcode' }, required: true },
    ...POINT,
  },
  columns: { longitude: 'float8', latitude: 'float8' },
  row(cells) {
    const point = pointOf(cells)
    if (point === null) cells.fail('longitude', 'It does not say where the postcode is.')
    return { reference: cells.postcode('postcode'), values: [point?.longitude ?? null, point?.latitude ?? null] }
  },
})
