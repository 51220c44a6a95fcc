import { Readable } from 'node:stream'
import { csvCell } from '#platform/imports/cells.ts'
import type { ImportFile } from '#platform/imports/context.ts'

type Row = Readonly<Record<string, string>>

/** A CSV file of these rows, headed by the names of the first one's cells, handed over in pieces that fall anywhere. */
export function csvFile(name: string, rows: readonly Row[], piece = 1_021): ImportFile {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  return textFile(name, lines.map((cells) => `${cells.map(csvCell).join(',')}\n`).join(''), piece)
}

export function textFile(name: string, content: string | Uint8Array, piece = 1_021): ImportFile {
  const bytes = Buffer.from(content)
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, i) =>
    bytes.subarray(i * piece, (i + 1) * piece),
  )
  return { name, open: () => Readable.from(pieces) }
}

/** A small extract in which everything hangs together: a burglary with its victim, suspect, scene, vehicle and phone. */
export function smallExtract(change: Readonly<Record<string, readonly Row[]>> = {}): ImportFile[] {
  const files: Readonly<Record<string, readonly Row[]>> = {
    crimes: [
      {
        number: '43160001234',
        offenceCode: '028/03',
        offenceClass: '28A',
        offenceWords: 'Burglary dwelling',
        from: '2016-05-03 22:30',
        to: '2016-05-04 07:00',
        reportedAt: '2016-05-04 07:20',
        recordedAt: '2016-05-04 09:05',
        outcomeCode: '18',
        outcomeOn: '2016-06-01',
        place: '14 High Street, Thame',
        easting: '470500',
        northing: '206000',
        summary: 'Rear door forced, jewellery taken',
        officer: 'PC 1234 Brown',
      },
      { number: '43160001235', kind: 'asb', from: '2016-05', place: 'The Green' },
    ],
    people: [
      { reference: 'N1', familyName: 'Okafor', givenNames: 'Chidi', sex: 'male', birthDate: '1980-02-03' },
      { reference: 'N2', familyName: 'Smith', givenNames: 'John Paul', birthDate: '1979' },
    ],
    names: [{ person: 'N2', kind: 'alias', fullName: 'Jonny Smyth', birthDate: '1979-01-01' }],
    addresses: [{ reference: 'A1', address: '14 High St, Thame', postcode: 'ox9 3aa' }],
    organisations: [{ reference: 'O1', name: 'Thame Pawnbrokers Ltd', kind: 'business' }],
    vehicles: [{ reference: 'V1', mark: 'ab12 cde', make: 'Ford' }],
    phones: [{ reference: 'P1', number: '+44 7700 900123' }],
    roles: [
      { number: '43160001234', party: 'N1', role: 'victim' },
      { number: '43160001234', party: 'N2', role: 'suspect', basis: 'opinion' },
      { number: '43160001234', partyKind: 'address', party: 'A1', role: 'scene' },
      { number: '43160001234', partyKind: 'vehicle', party: 'V1', role: 'vehicle-used' },
    ],
    links: [
      { from: 'N1', link: 'lives-at', toKind: 'address', to: 'A1', validFrom: '2010-01-01' },
      { from: 'N2', link: 'uses-phone', toKind: 'phone', to: 'P1' },
      { from: 'N2', link: 'works-for', toKind: 'organisation', to: 'O1' },
    ],
    totals: [{ month: '2016-05', offenceCode: '028/03', crimes: '1' }],
    ...change,
  }
  return Object.entries(files)
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows]) => csvFile(`${name}.csv`, rows))
}
