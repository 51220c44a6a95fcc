/** Words of addresses that are written short, with what they are short for. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  ave: 'avenue',
  av: 'avenue',
  blvd: 'boulevard',
  bldg: 'building',
  cl: 'close',
  cres: 'crescent',
  cresc: 'crescent',
  ct: 'court',
  crt: 'court',
  dr: 'drive',
  drv: 'drive',
  est: 'estate',
  fm: 'farm',
  gdn: 'garden',
  gdns: 'gardens',
  grn: 'green',
  gr: 'grove',
  gro: 'grove',
  hse: 'house',
  ho: 'house',
  ln: 'lane',
  lwr: 'lower',
  mt: 'mount',
  pk: 'park',
  pl: 'place',
  rd: 'road',
  sq: 'square',
  st: 'street saint',
  str: 'street',
  ter: 'terrace',
  terr: 'terrace',
  upr: 'upper',
  vw: 'view',
  wlk: 'walk',
  wy: 'way',
  nr: 'near',
  apt: 'flat',
  apartment: 'flat',
}

/** By each word, the words in full that it may be: `st` is street or saint. Marked, so that no name is taken for one. */
export const ADDRESS_GROUPS: ReadonlyMap<string, readonly string[]> = readShortForms()

/** What an address's street ends with: a number before such words is a house's. */
export const STREET_ENDINGS: ReadonlySet<string> = new Set(
  'road street lane avenue close drive way crescent court place gardens grove terrace hill green park square row walk mews view rise rd st ln ave cl dr cres ct pl gdns gr ter sq'.split(
    ' ',
  ),
)

function readShortForms(): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [short, full] of Object.entries(SHORT_FORMS))
    for (const word of full.split(' ')) {
      groups.set(short, [...(groups.get(short) ?? []), `.${word}`])
      groups.set(word, [`.${word}`])
    }
  return groups
}
