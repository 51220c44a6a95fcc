import type { Measure } from '#kernel/measures/define.ts'
import { outcomeMeasure } from './outcome-measure.ts'
import { placeMeasure } from './place-measure.ts'
import { rateMeasure } from './rate-measure.ts'
import { ASB } from '#kernel/occurrences/crime-types.ts'

/** The measures of crime and anti-social behaviour levels. */
export const crimeLevelsMeasures: readonly Measure[] = [
  rateMeasure('crime', {
    code: 'P1-CRIME',
    name: 'Recorded crime',
    definition:
      'Crimes published for a month, for every 1,000 residents. More may mean more crime, or better recording: it is a question to ask, not a mark.',
    numerator: 'All crimes published for the month; anti-social behaviour is no crime.',
    question: 'E1',
    direction: 'neither',
    authority: 'Home Office counting rules, as published on data.police.uk',
  }),
  rateMeasure(ASB, {
    code: 'P1-ASB',
    name: 'Anti-social behaviour incidents',
    definition:
      'Incidents of anti-social behaviour published for a month, for every 1,000 residents. A low figure may mean that they are not recorded.',
    numerator: 'All incidents of anti-social behaviour published for the month.',
    question: 'E1',
    direction: 'lower',
    authority: 'National Standard for Incident Recording, as published on data.police.uk',
  }),
  placeMeasure,
  outcomeMeasure,
]
