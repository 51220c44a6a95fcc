const HEADER =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context'

interface StreetFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A file as data.police.uk publishes them: so many burglaries and incidents of ASB of one month, about Reading. */
export function streetFile(
  month: string,
  { burglaries, asb }: { readonly burglaries: number; readonly asb: number },
): StreetFile {
  const force = 'Thames Valley Police,Thames Valley Police'
  const rows = [
    ...Array.from(
      { length: burglaries },
      (_, n) =>
        `${hexadecimal(n)},${month},${force},-0.97${n % 10},51.45${n % 10},On or near Mill Lane,E01016180,Reading 001A,Burglary,Under investigation,`,
    ),
    ...Array.from(
      { length: asb },
      (_, n) =>
        `,${month},${force},-0.96${n % 10},51.44${n % 10},On or near Station Road,E01016180,Reading 001A,Anti-social behaviour,,`,
    ),
  ]
  return fileOf(`${month}-thames-valley-street.csv`, [HEADER, ...rows])
}

/** The same file with a month that is none in one row. `line` counts the header. */
export function withBrokenMonth(file: StreetFile, line: number): StreetFile {
  const lines = file.buffer.toString('utf8').trimEnd().split('\n')
  return fileOf(
    file.name,
    lines.map((text, index) => (index === line - 1 ? text.replace(/\d{4}-\d\d/, 'Maytember') : text)),
  )
}

function fileOf(name: string, lines: readonly string[]): StreetFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) }
}

function hexadecimal(n: number): string {
  return n.toString(16).padStart(64, 'a')
}
