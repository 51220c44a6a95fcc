/** A police force that publishes street-level data, or whose area rates are set against. */
export interface Force {
  /** The id that data.police.uk gives it; the `publisher` of its rows. */
  readonly id: string
  /** As its files say in "Reported by". */
  readonly name: string
  /** Code and name of its police force area (ONS, December 2016); null for forces without a territory of their own there. */
  readonly areaCode: string | null
  readonly areaName: string
  /** Other names that files give it. */
  readonly also?: readonly string[]
}

/**
 * The 43 territorial forces of England and Wales, and the others that publish on data.police.uk.
 * Source: ids and names, data.police.uk; codes, Office for National Statistics, police force areas (E23, W15).
 */
export const FORCES = [
  {
    id: 'avon-and-somerset',
    name: 'Avon and Somerset Constabulary',
    areaCode: 'E23000036',
    areaName: 'Avon and Somerset',
  },
  { id: 'bedfordshire', name: 'Bedfordshire Police', areaCode: 'E23000026', areaName: 'Bedfordshire' },
  { id: 'cambridgeshire', name: 'Cambridgeshire Constabulary', areaCode: 'E23000023', areaName: 'Cambridgeshire' },
  { id: 'cheshire', name: 'Cheshire Constabulary', areaCode: 'E23000006', areaName: 'Cheshire' },
  { id: 'city-of-london', name: 'City of London Police', areaCode: 'E23000034', areaName: 'City of London' },
  { id: 'cleveland', name: 'Cleveland Police', areaCode: 'E23000013', areaName: 'Cleveland' },
  { id: 'cumbria', name: 'Cumbria Constabulary', areaCode: 'E23000002', areaName: 'Cumbria' },
  { id: 'derbyshire', name: 'Derbyshire Constabulary', areaCode: 'E23000018', areaName: 'Derbyshire' },
  { id: 'devon-and-cornwall', name: 'Devon & Cornwall Police', areaCode: 'E23000035', areaName: 'Devon and Cornwall' },
  { id: 'dorset', name: 'Dorset Police', areaCode: 'E23000039', areaName: 'Dorset' },
  { id: 'durham', name: 'Durham Constabulary', areaCode: 'E23000008', areaName: 'Durham' },
  { id: 'dyfed-powys', name: 'Dyfed-Powys Police', areaCode: 'W15000004', areaName: 'Dyfed-Powys' },
  { id: 'essex', name: 'Essex Police', areaCode: 'E23000028', areaName: 'Essex' },
  { id: 'gloucestershire', name: 'Gloucestershire Constabulary', areaCode: 'E23000037', areaName: 'Gloucestershire' },
  {
    id: 'greater-manchester',
    name: 'Greater Manchester Police',
    areaCode: 'E23000005',
    areaName: 'Greater Manchester',
  },
  { id: 'gwent', name: 'Gwent Police', areaCode: 'W15000002', areaName: 'Gwent' },
  {
    id: 'hampshire',
    name: 'Hampshire Constabulary',
    areaCode: 'E23000030',
    areaName: 'Hampshire',
    also: ['Hampshire and Isle of Wight Constabulary'],
  },
  { id: 'hertfordshire', name: 'Hertfordshire Constabulary', areaCode: 'E23000027', areaName: 'Hertfordshire' },
  { id: 'humberside', name: 'Humberside Police', areaCode: 'E23000012', areaName: 'Humberside' },
  { id: 'kent', name: 'Kent Police', areaCode: 'E23000032', areaName: 'Kent' },
  { id: 'lancashire', name: 'Lancashire Constabulary', areaCode: 'E23000003', areaName: 'Lancashire' },
  { id: 'leicestershire', name: 'Leicestershire Police', areaCode: 'E23000021', areaName: 'Leicestershire' },
  { id: 'lincolnshire', name: 'Lincolnshire Police', areaCode: 'E23000020', areaName: 'Lincolnshire' },
  { id: 'merseyside', name: 'Merseyside Police', areaCode: 'E23000004', areaName: 'Merseyside' },
  { id: 'metropolitan', name: 'Metropolitan Police Service', areaCode: 'E23000001', areaName: 'Metropolitan Police' },
  { id: 'norfolk', name: 'Norfolk Constabulary', areaCode: 'E23000024', areaName: 'Norfolk' },
  { id: 'north-wales', name: 'North Wales Police', areaCode: 'W15000001', areaName: 'North Wales' },
  { id: 'north-yorkshire', name: 'North Yorkshire Police', areaCode: 'E23000009', areaName: 'North Yorkshire' },
  { id: 'northamptonshire', name: 'Northamptonshire Police', areaCode: 'E23000022', areaName: 'Northamptonshire' },
  { id: 'northumbria', name: 'Northumbria Police', areaCode: 'E23000007', areaName: 'Northumbria' },
  { id: 'nottinghamshire', name: 'Nottinghamshire Police', areaCode: 'E23000019', areaName: 'Nottinghamshire' },
  { id: 'south-wales', name: 'South Wales Police', areaCode: 'W15000003', areaName: 'South Wales' },
  { id: 'south-yorkshire', name: 'South Yorkshire Police', areaCode: 'E23000011', areaName: 'South Yorkshire' },
  { id: 'staffordshire', name: 'Staffordshire Police', areaCode: 'E23000015', areaName: 'Staffordshire' },
  { id: 'suffolk', name: 'Suffolk Constabulary', areaCode: 'E23000025', areaName: 'Suffolk' },
  { id: 'surrey', name: 'Surrey Police', areaCode: 'E23000031', areaName: 'Surrey' },
  { id: 'sussex', name: 'Sussex Police', areaCode: 'E23000033', areaName: 'Sussex' },
  { id: 'thames-valley', name: 'Thames Valley Police', areaCode: 'E23000029', areaName: 'Thames Valley' },
  { id: 'warwickshire', name: 'Warwickshire Police', areaCode: 'E23000017', areaName: 'Warwickshire' },
  { id: 'west-mercia', name: 'West Mercia Police', areaCode: 'E23000016', areaName: 'West Mercia' },
  { id: 'west-midlands', name: 'West Midlands Police', areaCode: 'E23000014', areaName: 'West Midlands' },
  { id: 'west-yorkshire', name: 'West Yorkshire Police', areaCode: 'E23000010', areaName: 'West Yorkshire' },
  { id: 'wiltshire', name: 'Wiltshire Police', areaCode: 'E23000038', areaName: 'Wiltshire' },
  { id: 'btp', name: 'British Transport Police', areaCode: null, areaName: 'British Transport Police' },
  { id: 'northern-ireland', name: 'Police Service of Northern Ireland', areaCode: null, areaName: 'Northern Ireland' },
] as const satisfies readonly Force[]

const WORDS_FOR_A_FORCE: ReadonlySet<string> = new Set([
  'police',
  'constabulary',
  'service',
  'force',
  'the',
  'of',
  'and',
])

const LIST: readonly Force[] = FORCES
const BY_ID: ReadonlyMap<string, Force> = new Map(LIST.map((force) => [force.id, force]))
const BY_NAME: ReadonlyMap<string, Force> = new Map(
  LIST.flatMap((force) =>
    [force.id, force.name, force.areaName, ...(force.also ?? [])].map((name) => [bare(name), force] as const),
  ),
)

export function findForce(id: string): Force | undefined {
  return BY_ID.get(id)
}

/**
 * The force that goes by this name: "Thames Valley", "Devon and Cornwall Constabulary", "London, City of". Case, "&" and
 * the words for a police force make no difference.
 */
export function findForceByName(name: string): Force | undefined {
  return BY_NAME.get(bare(name))
}

function bare(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/^(.*), *(.*)$/, '$2 $1')
    .split(/[^a-z]+/)
  return words.filter((word) => word !== '' && !WORDS_FOR_A_FORCE.has(word)).join(' ')
}
