import type { PlaceKind } from '../geography/place.ts'
import type { PointUse } from '../geography/street-points.ts'
import type { HourShape } from './hours.ts'

/** What the generator knows of a category of data.police.uk. All figures are ours, chosen to look like a real force. */
export interface Category {
  readonly kind: 'crime' | 'asb'
  /** Occurrences in a month of ordinary length, whole force, at full scale. */
  readonly perMonth: number
  /** How many times as likely for each resident, by the kind of place. Only set against one another. */
  readonly byPlace: Readonly<Record<PlaceKind, number>>
  /** How many times as likely at such a point. What is not named is 1. */
  readonly byUse: Readonly<Partial<Record<PointUse, number>>>
  /** The month (1 to 12) with most, and how far above the year's mean it is: 0.3 is 30%. */
  readonly season: { readonly peak: number; readonly swing: number }
  readonly hours: HourShape
  /** Share that nobody saw happen: only known to lie between two times, some hours apart. */
  readonly unseen: number
  /** Share of rows without a place. */
  readonly placeless: number
}

/** The categories, under the codes of the data.police.uk API. */
export const CATEGORIES = {
  'anti-social-behaviour': {
    kind: 'asb',
    perMonth: 2050,
    byPlace: by(3.4, 1.4, 1.7, 0.75, 0.4),
    byUse: { shops: 5, nightlife: 4, parking: 3, park: 6, station: 6 },
    season: { peak: 7, swing: 0.32 },
    hours: 'evening',
    unseen: 0,
    placeless: 0.05,
  },
  'bicycle-theft': {
    kind: 'crime',
    perMonth: 420,
    byPlace: by(4.5, 1.3, 0.8, 0.7, 0.15),
    byUse: { shops: 5, station: 22, park: 2 },
    season: { peak: 9, swing: 0.34 },
    hours: 'day',
    unseen: 0.8,
    placeless: 0.07,
  },
  burglary: {
    kind: 'crime',
    perMonth: 960,
    byPlace: by(1.3, 1.1, 1.25, 0.95, 0.8),
    byUse: { shops: 2.5, park: 0.3, station: 0.3 },
    season: { peak: 12, swing: 0.22 },
    hours: 'burglary',
    unseen: 0.75,
    placeless: 0.06,
  },
  'criminal-damage-arson': {
    kind: 'crime',
    perMonth: 1500,
    byPlace: by(1.9, 1.2, 1.6, 0.85, 0.55),
    byUse: { shops: 1.8, nightlife: 2, parking: 3, park: 2.5, station: 2 },
    season: { peak: 7, swing: 0.09 },
    hours: 'night',
    unseen: 0.5,
    placeless: 0.06,
  },
  drugs: {
    kind: 'crime',
    perMonth: 430,
    byPlace: by(3, 1.1, 1.9, 0.65, 0.35),
    byUse: { shops: 2.5, nightlife: 5, parking: 4, park: 6, station: 6 },
    season: { peak: 3, swing: 0.06 },
    hours: 'evening',
    unseen: 0,
    placeless: 0.06,
  },
  'other-crime': {
    kind: 'crime',
    perMonth: 300,
    byPlace: by(1.5, 1, 1.2, 0.9, 0.8),
    byUse: { station: 2 },
    season: { peak: 6, swing: 0.03 },
    hours: 'day',
    unseen: 0.1,
    placeless: 0.16,
  },
  'other-theft': {
    kind: 'crime',
    perMonth: 1640,
    byPlace: by(2.9, 1.2, 1.05, 0.8, 0.8),
    byUse: { shops: 4, nightlife: 6, parking: 2.5, park: 2, station: 4 },
    season: { peak: 7, swing: 0.06 },
    hours: 'day',
    unseen: 0.4,
    placeless: 0.12,
  },
  'possession-of-weapons': {
    kind: 'crime',
    perMonth: 125,
    byPlace: by(3, 1.1, 1.7, 0.7, 0.3),
    byUse: { shops: 2.5, nightlife: 4, park: 2.5, station: 5 },
    season: { peak: 6, swing: 0.06 },
    hours: 'evening',
    unseen: 0,
    placeless: 0.06,
  },
  'public-order': {
    kind: 'crime',
    perMonth: 650,
    byPlace: by(3.6, 1.3, 1.4, 0.7, 0.35),
    byUse: { shops: 5, nightlife: 9, station: 5, park: 2 },
    season: { peak: 7, swing: 0.14 },
    hours: 'evening',
    unseen: 0,
    placeless: 0.08,
  },
  robbery: {
    kind: 'crime',
    perMonth: 140,
    byPlace: by(4.2, 1, 1.8, 0.7, 0.12),
    byUse: { shops: 3, nightlife: 4, parking: 2.5, park: 5, station: 5 },
    season: { peak: 11, swing: 0.1 },
    hours: 'evening',
    unseen: 0,
    placeless: 0.05,
  },
  shoplifting: {
    kind: 'crime',
    perMonth: 1150,
    byPlace: by(7, 2.2, 1, 0.5, 0.1),
    byUse: { street: 0.12, shops: 60, nightlife: 0, parking: 0.3, park: 0, station: 3 },
    season: { peak: 11, swing: 0.05 },
    hours: 'shops',
    unseen: 0,
    placeless: 0.02,
  },
  'theft-from-the-person': {
    kind: 'crime',
    perMonth: 225,
    byPlace: by(7, 1.2, 0.7, 0.4, 0.15),
    byUse: { shops: 9, nightlife: 26, station: 12 },
    season: { peak: 12, swing: 0.12 },
    hours: 'nightlife',
    unseen: 0.1,
    placeless: 0.06,
  },
  'vehicle-crime': {
    kind: 'crime',
    perMonth: 1400,
    byPlace: by(1.3, 1.05, 1.2, 1, 0.95),
    byUse: { shops: 1.2, parking: 9, park: 3, station: 3 },
    season: { peak: 11, swing: 0.13 },
    hours: 'night',
    unseen: 0.85,
    placeless: 0.06,
  },
  'violent-crime': {
    kind: 'crime',
    perMonth: 4600,
    byPlace: by(2.6, 1.2, 1.6, 0.75, 0.55),
    byUse: { shops: 3, nightlife: 14, parking: 1.5, park: 2, station: 4 },
    season: { peak: 7, swing: 0.09 },
    hours: 'nightlife',
    unseen: 0,
    placeless: 0.11,
  },
} as const satisfies Record<string, Category>

export type CategoryCode = keyof typeof CATEGORIES

function by(centre: number, town: number, estate: number, suburb: number, village: number): Record<PlaceKind, number> {
  return { centre, town, estate, suburb, village }
}
