/** The twelve rights of the code of 2020, in our words: what each is about. */
export const RIGHTS = {
  1: 'To understand, and to be understood',
  2: 'The crime recorded without delay',
  3: 'Information when the crime is reported',
  4: 'Support, and a service that fits what they need',
  5: 'About compensation',
  6: 'How the investigation and the prosecution go',
  7: 'A personal statement',
  8: 'About the trial, and their part as a witness',
  9: 'The outcome, and appeals',
  10: 'Expenses paid, and property back',
  11: 'About the offender after the sentence',
  12: 'To complain when a right is not met',
} as const
export type Right = keyof typeof RIGHTS
export const RIGHT_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const satisfies readonly Right[]

export function findRight(given: number): Right | undefined {
  return RIGHT_NUMBERS.find((right) => right === given)
}
