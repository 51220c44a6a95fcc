import type { KeyPart } from './keys.ts'
import type { Slot } from './table.ts'

/** Records that share a key by a rule are compared. Where they lack a column that the rule takes, there is no such rule. */
export interface BlockingRule {
  readonly name: string
  readonly parts: readonly KeyPart[]
  /** The parts in any order: given and family names the other way round share a key. */
  readonly anyOrder?: true
}

/** What is believed of a comparison before anything is learnt, level by level as in `LEVELS`. */
export interface Belief {
  /** Share of pairs of one person at each level. */
  readonly matching: readonly number[]
  /** Share of pairs of two people. */
  readonly others: readonly number[]
  /** How far the rarity of the value counts at each level: 1 wholly, 0 not. */
  readonly rarity: readonly number[]
}

/** Pairs of which these kinds agree wholly are told apart by the others, which are learnt from them. */
export type Lesson = readonly Slot['kind'][]

export interface LinkageSettings {
  readonly rules: readonly BlockingRule[]
  /** As many pairs for each record, on the average, may come of one rule; its largest blocks are left out until it holds. */
  readonly pairsPerRecord: number
  /** A rule may bring so many pairs however few the records are. */
  readonly pairsAtLeast: number
  readonly lessons: readonly Lesson[]
  /**
   * Lessons about what a household has in common. Among those who share a home, families are far more than one person twice, and
   * the two kinds told apart best are families and neighbours. So these are held only where no date of birth is known of anybody.
   */
  readonly sharedLessons: readonly Lesson[]
  readonly beliefs: Readonly<Record<Slot['kind'], Belief>>
  /** What a belief weighs beside what is counted, in pairs. */
  readonly beliefPairs: number
  /** Pairs drawn at random, and candidate pairs looked at, in learning. */
  readonly randomPairs: number
  readonly candidatePairs: number
  /** The probability from which a pair is taken to be one person. */
  readonly threshold: number
}

/** The settings, the same for every set of records. */
export const SETTINGS: LinkageSettings = {
  rules: [
    { name: 'identifier', parts: ['identifier'] },
    { name: 'e-mail', parts: ['email'] },
    { name: 'e-mail name', parts: ['emailName'] },
    { name: 'telephone', parts: ['phone'] },
    { name: 'date of birth', parts: ['birth'] },
    { name: 'both names by sound', parts: ['givenSound', 'family'], anyOrder: true },
    { name: 'both names by short form', parts: ['given', 'family'] },
    { name: 'postcode', parts: ['postcode'] },
    { name: 'address', parts: ['address'] },
    { name: 'a name and postcode', parts: ['anyName', 'postcode'] },
    { name: 'a name and district', parts: ['anyName', 'district'] },
    { name: 'a name and year of birth', parts: ['anyName', 'birthYear'] },
    { name: 'a name and day of birth', parts: ['anyName', 'birthMonthDay'] },
    { name: 'a name and place', parts: ['anyName', 'locality'] },
    { name: 'month of birth and postcode district', parts: ['birthYearMonth', 'district'] },
    { name: 'place and postcode district', parts: ['locality', 'district'] },
    { name: 'place and year of birth', parts: ['locality', 'birthYear'] },
    { name: 'a rare name', parts: ['anyName'] },
  ],
  pairsPerRecord: 6,
  pairsAtLeast: 300_000,
  lessons: [['birth'], ['given', 'family'], ['email'], ['identifier']],
  sharedLessons: [['postcode'], ['phone'], ['address']],
  beliefs: {
    given: {
      matching: [0.7, 0.05, 0.08, 0.08, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0.02],
      others: [0.01, 0.002, 0.004, 0.004, 0.01, 0.01, 0.02, 0.001, 0.0001, 0.002, 0.937],
      rarity: [1, 0.6, 0.4, 0.6, 0, 0.5, 0.3, 0.3, 0, 0.8, 0],
    },
    full: {
      matching: [0.7, 0.05, 0.08, 0.08, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0.02],
      others: [0.01, 0.002, 0.004, 0.004, 0.01, 0.01, 0.02, 0.001, 0.0001, 0.002, 0.937],
      rarity: [1, 0.6, 0.4, 0.6, 0, 0.5, 0.3, 0.3, 0, 0.8, 0],
    },
    family: {
      matching: [0.75, 0.04, 0.01, 0.1, 0.005, 0.015, 0.02, 0.02, 0.005, 0.005, 0.03],
      others: [0.002, 0.001, 0.0005, 0.001, 0.0005, 0.004, 0.01, 0.001, 0.0001, 0.001, 0.979],
      rarity: [1, 0.7, 0.6, 0.7, 0, 0.6, 0.4, 0.4, 0, 0.8, 0],
    },
    middle: { matching: [0.7, 0.15, 0.15], others: [0.05, 0.05, 0.9], rarity: [0.5, 0.3, 0] },
    birth: {
      matching: [0.78, 0.04, 0.02, 0.07, 0.03, 0.02, 0.01, 0.01, 0.01, 0.01],
      others: [0.0001, 0.0003, 0.0001, 0.001, 0.002, 0.005, 0.012, 0.005, 0.035, 0.94],
      rarity: [0.7, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    },
    sex: { matching: [0.97, 0.03], others: [0.5, 0.5], rarity: [0, 0] },
    category: { matching: [0.85, 0.15], others: [0.1, 0.9], rarity: [1, 0] },
    door: { matching: [0.9999, 0.0001], others: [0.02, 0.98], rarity: [1, 0] },
    number: { matching: [0.8, 0.08, 0.02, 0.1], others: [0.02, 0.1, 0.01, 0.87], rarity: [1, 0, 0, 0] },
    phone: { matching: [0.7, 0.05, 0.02, 0.23], others: [0.0001, 0.0001, 0.0001, 0.9997], rarity: [1, 0, 0, 0] },
    identifier: { matching: [0.9, 0.06, 0.02, 0.02], others: [0.0001, 0.0001, 0.0005, 0.9993], rarity: [1, 0, 0, 0] },
    postcode: {
      matching: [0.7, 0.08, 0.04, 0.05, 0.03, 0.1],
      others: [0.0005, 0.0003, 0.001, 0.004, 0.015, 0.9792],
      rarity: [0.8, 0.5, 0, 0, 0, 0],
    },
    locality: {
      matching: [0.75, 0.1, 0.03, 0.02, 0.1],
      others: [0.02, 0.002, 0.01, 0.01, 0.958],
      rarity: [1, 0.7, 0.3, 0.3, 0],
    },
    address: {
      matching: [0.7, 0.12, 0.05, 0.03, 0.1],
      others: [0.001, 0.001, 0.01, 0.01, 0.978],
      rarity: [0.8, 0.5, 0.3, 0.2, 0],
    },
    email: {
      matching: [0.75, 0.05, 0.1, 0.04, 0.06],
      others: [0.0005, 0.0005, 0.0003, 0.002, 0.9967],
      rarity: [0.8, 0.3, 0.3, 0, 0],
    },
  },
  beliefPairs: 20,
  randomPairs: 100_000,
  candidatePairs: 120_000,
  threshold: 0.5,
}
