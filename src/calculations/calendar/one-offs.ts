import { type CivilDate, getCivilDate } from './civil-date.ts'

/**
 * A day that the rules get wrong: a holiday added for one year (`name` is its name), or one taken away (`name` is null).
 * A moved holiday is two rows. Plain data: a force keeps later ones in its database.
 */
export interface OneOff {
  readonly date: CivilDate
  readonly name: string | null
  /** Who said so, in words. */
  readonly source: string
}

const day = (date: string, name: string | null, source: string): OneOff => ({ date: getCivilDate(date), name, source })

const JUBILEE_2012 =
  'Royal proclamation under the Banking and Financial Dealings Act 1971 for the Diamond Jubilee: the spring bank holiday of 28 May 2012 moved to 4 June, and 5 June added'
const VE_DAY_2020 =
  'Royal proclamation under the Banking and Financial Dealings Act 1971, announced in June 2019: the early May bank holiday of 4 May 2020 moved to 8 May, 75 years after Victory in Europe'
const JUBILEE_2022 =
  'Royal proclamation under the Banking and Financial Dealings Act 1971, announced in November 2020, for the Platinum Jubilee: the spring bank holiday of 30 May 2022 moved to 2 June, and 3 June added'

/** What was proclaimed since 2012 for England and Wales. Earlier years (the royal wedding of 2011 and so on) are not kept. */
export const PROCLAIMED: readonly OneOff[] = [
  day('2012-05-28', null, JUBILEE_2012),
  day('2012-06-04', 'Spring bank holiday', JUBILEE_2012),
  day('2012-06-05', 'Diamond Jubilee bank holiday', JUBILEE_2012),
  day('2020-05-04', null, VE_DAY_2020),
  day('2020-05-08', 'Early May bank holiday (VE day)', VE_DAY_2020),
  day('2022-05-30', null, JUBILEE_2022),
  day('2022-06-02', 'Spring bank holiday', JUBILEE_2022),
  day('2022-06-03', 'Platinum Jubilee bank holiday', JUBILEE_2022),
  day(
    '2022-09-19',
    'Bank Holiday for the State Funeral of Queen Elizabeth II',
    'Royal proclamation of 10 September 2022, approved by King Charles III at the Accession Council',
  ),
  day(
    '2023-05-08',
    'Bank holiday for the coronation of King Charles III',
    'Royal proclamation under the Banking and Financial Dealings Act 1971, announced in November 2022',
  ),
]
