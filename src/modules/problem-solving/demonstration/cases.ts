import type { Outcome, PLACE_TYPES, PROBLEM_TYPES, SOURCES } from '../reference/lists.ts'
import type { Technique } from '../reference/techniques.ts'
import type { VICTIM_REPORTED } from '../rules/pop01-victim-reported.ts'
import type { Stage } from '../rules/pop05-stages.ts'

/** A problem of the demonstration, and how far it came. Everything in it is made up. */
export interface Case {
  readonly title: string
  readonly type: keyof typeof PROBLEM_TYPES
  readonly placeType: keyof typeof PLACE_TYPES
  readonly place: string
  readonly source: keyof typeof SOURCES
  /** Days before the last day on which it was proposed. */
  readonly began: number
  readonly at: Stage
  /** What is done, by which technique. */
  readonly response: readonly [words: string, technique: Technique, evidence: string | null]
  /** The tactic of the library that it is, where it is one. */
  readonly tactic?: string
  readonly why: string
  /** Counts before and after, there and elsewhere. */
  readonly counts?: readonly [number, number, number, number]
  readonly outcome?: Outcome
  readonly lessons?: string
  /** Neighbourhoods by name: where it was done, where nothing was, and around it; and the category that is counted. */
  readonly evaluation?: {
    readonly treated: string
    readonly comparison: readonly string[]
    readonly ring: readonly string[]
    readonly category: (typeof VICTIM_REPORTED)[number]
    readonly reason: string
  }
  /** What the check three months on said. */
  readonly held?: 'held' | 'not-held'
}

const AROUND = ['South Reading', 'West Reading and Caversham'] as const

export const CASES: readonly Case[] = [
  {
    title: 'Bicycles taken from the station racks',
    type: 'bicycle-theft',
    placeType: 'transport',
    place: 'Railway station, south side',
    source: 'analyst',
    began: 400,
    at: 'closed',
    response: ['Move the racks under the cameras and mark frames', 'R5', 'Review of cameras in car parks'],
    tactic: 'cctv',
    why: 'The racks stand where nobody passes and most locks are cable locks',
    counts: [84, 41, 90, 88],
    outcome: 'reduced',
    lessons:
      'Moving the racks did more than leaflets about locks; the train company paid once it saw the count by hour.',
    evaluation: {
      treated: 'Reading town centre',
      comparison: ['Oxford city centre', 'Slough town centre', 'High Wycombe', 'Central Milton Keynes'],
      ring: AROUND,
      category: 'bicycle-theft',
      reason: 'Town centres with a station, where the racks stayed where they were. Chosen before the year was over.',
    },
    held: 'held',
  },
  {
    title: 'Shoplifting of spirits from two supermarkets',
    type: 'retail-crime',
    placeType: 'shops',
    place: 'Broad Street supermarkets',
    source: 'calls',
    began: 395,
    at: 'closed',
    response: ['Put spirits behind the counter', 'W2', 'Store trial of the year before'],
    why: 'Spirits stand beside the exit and are sold on within the hour',
    counts: [120, 62, 130, 128],
    outcome: 'reduced',
    lessons:
      'Moving what is taken worked at once. The second store put it back after Christmas and the thefts came back.',
    held: 'not-held',
  },
  {
    title: 'Youths throwing things from the car park roof',
    type: 'asb-place',
    placeType: 'parking',
    place: 'Queens Road car park, top level',
    source: 'public-priority',
    began: 390,
    at: 'closed',
    response: ['Close the top level from eight in the evening', 'E2', null],
    why: 'The roof is open all night and nobody manages it',
    counts: [46, 8, 60, 57],
    outcome: 'resolved',
    lessons:
      'The operator closed the level when shown its own repair bills. Youth workers met the group; most now use the court.',
    held: 'held',
  },
  {
    title: 'Burglaries of student houses in the first weeks of term',
    type: 'burglary',
    placeType: 'homes',
    place: 'Streets around the university',
    source: 'analyst',
    began: 385,
    at: 'closed',
    response: ['Landlords fit window locks before term', 'E1', 'Review of locks and lights'],
    tactic: 'wide-home-security',
    why: 'Ground floor windows are left open in houses that change tenants in September',
    counts: [58, 55, 60, 59],
    outcome: 'no-change',
    lessons: 'Letters to landlords changed nothing: three in a hundred fitted locks. A condition of the licence might.',
    evaluation: {
      treated: 'Reading town centre',
      comparison: ['North and east Oxford', 'South Oxford', 'High Wycombe'],
      ring: AROUND,
      category: 'burglary',
      reason: 'Streets with as many students, whose landlords got no letter.',
    },
  },
  {
    title: 'Fights at closing time outside the taxi office',
    type: 'night-life',
    placeType: 'town-centre',
    place: 'Friar Street taxi office',
    source: 'tasking',
    began: 380,
    at: 'closed',
    response: ['Marshals keep the queue on Friday and Saturday nights', 'P2', null],
    tactic: 'hot-spots',
    why: 'Two crowds meet in one queue with nobody in charge of it',
    counts: [66, 39, 70, 72],
    outcome: 'reduced',
    lessons:
      'Marshals paid by the venues kept the queue. It needs both nights: one alone moved the fights to the other.',
    held: 'held',
  },
  {
    title: 'Vans broken into at the retail park',
    type: 'vehicle-crime',
    placeType: 'parking',
    place: 'Retail park, trade counter',
    source: 'calls',
    began: 320,
    at: 'assessment',
    response: ['Barrier and lights at the back lane', 'E2', 'Review of street lights'],
    tactic: 'street-lighting',
    why: 'Vans with tools are parked where the back lane gives a way out',
    counts: [35, 22, 40, 41],
  },
  {
    title: 'Fires in bins behind the shops',
    type: 'damage',
    placeType: 'shops',
    place: 'Oxford Road parade',
    source: 'partner',
    began: 300,
    at: 'closed',
    response: ['Council locks the bin yard', 'E2', null],
    why: 'The yard is never locked',
    outcome: 'transferred',
    lessons: 'The council’s own enforcement had the powers; it should have been asked first.',
  },
  {
    title: 'Street drinkers outside the library',
    type: 'asb-place',
    placeType: 'town-centre',
    place: 'Library steps',
    source: 'public-priority',
    began: 260,
    at: 'response',
    response: ['Outreach workers on the steps each morning', 'X4', null],
    why: 'The day centre opens at eleven and the steps are the only dry seats',
  },
  {
    title: 'Phones snatched by riders on the bridge',
    type: 'street-crime',
    placeType: 'street',
    place: 'Caversham bridge approach',
    source: 'analyst',
    began: 230,
    at: 'response',
    response: ['Rails along the kerb where riders mount it', 'E2', null],
    tactic: 'problem-oriented',
    why: 'Riders mount the kerb where it is lowered on both sides',
  },
  {
    title: 'One family hit again and again in Whitley',
    type: 'repeat-victim',
    placeType: 'homes',
    place: 'Whitley',
    source: 'asb-case-review',
    began: 200,
    at: 'response',
    response: ['Housing and police visit together each week', 'R1', 'Review of second responders'],
    tactic: 'second-responders',
    why: 'A quarrel over a fence that nobody has settled',
  },
  {
    title: 'Damage to cars along the school walk',
    type: 'damage',
    placeType: 'school',
    place: 'Northumberland Avenue',
    source: 'calls',
    began: 170,
    at: 'analysis',
    response: ['Staff walk with the first bus', 'R1', null],
    why: 'It happens within half an hour of the bell',
  },
  {
    title: 'Parcels taken from flats with one front door',
    type: 'theft',
    placeType: 'homes',
    place: 'Kings Road flats',
    source: 'calls',
    began: 150,
    at: 'analysis',
    response: ['Lockers in the hall', 'W1', null],
    why: 'Parcels lie in an open hall all day',
  },
  {
    title: 'Motorbikes in the nature reserve',
    type: 'asb-place',
    placeType: 'park',
    place: 'Southcote reserve',
    source: 'public-priority',
    began: 120,
    at: 'scanning',
    response: ['Gates that a bike does not pass', 'E2', null],
    why: 'Two gaps in the fence',
  },
  {
    title: 'Number plates stolen near the motorway',
    type: 'vehicle-crime',
    placeType: 'street',
    place: 'Streets by the junction',
    source: 'analyst',
    began: 100,
    at: 'scanning',
    response: ['Theft-resistant screws at the market', 'E1', null],
    why: 'Plates are used for fuel theft on the same day',
  },
  {
    title: 'Noise and rubbish between two blocks',
    type: 'asb-neighbours',
    placeType: 'homes',
    place: 'Coley Park',
    source: 'partner',
    began: 90,
    at: 'on-hold',
    response: ['Mediation by the housing provider', 'P2', null],
    why: 'Thin walls and shift workers',
  },
  {
    title: 'Thefts from changing rooms',
    type: 'theft',
    placeType: 'no-place',
    place: 'Three sports centres',
    source: 'calls',
    began: 60,
    at: 'objective',
    response: ['Lockers that take a card', 'E1', null],
    why: 'Lockers need a coin that nobody carries',
  },
  {
    title: 'Cold calls to older people',
    type: 'other',
    placeType: 'homes',
    place: 'Tilehurst',
    source: 'partner',
    began: 40,
    at: 'objective',
    response: ['Neighbours ring one another', 'R1', null],
    why: 'The same streets as last autumn',
  },
  {
    title: 'A single loud party',
    type: 'asb-neighbours',
    placeType: 'homes',
    place: 'Redlands',
    source: 'calls',
    began: 30,
    at: 'rejected',
    response: ['None', 'X1', null],
    why: 'Once',
  },
  {
    title: 'Catalytic converters at the park and ride',
    type: 'vehicle-crime',
    placeType: 'parking',
    place: 'Park and ride, Mereoak',
    source: 'calls',
    began: 6,
    at: 'proposed',
    response: ['Patrol of the attendants', 'R4', null],
    why: 'Cars stand there all day',
  },
  {
    title: 'E-scooters ridden at shoppers',
    type: 'asb-place',
    placeType: 'town-centre',
    place: 'Market Place',
    source: 'public-priority',
    began: 3,
    at: 'proposed',
    response: ['Signs and stewards', 'X2', null],
    why: 'Deliveries by the shortest way',
  },
]
