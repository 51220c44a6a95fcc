/** The questions on effectiveness that every inspection framework since 2014 asks in some form, in few words of our own. */
const QUESTIONS: Readonly<Record<string, string>> = {
  E1: 'Preventing crime and anti-social behaviour',
  E2: 'Investigating crime and reducing re-offending',
  E3: 'Protecting the vulnerable',
  E4: 'Serious and organised crime',
  E5: 'Armed, public order and mutual aid capabilities',
}

/** "1 Preventing crime and anti-social behaviour", or the code where it is none of the five. */
export function questionWords(code: string): string {
  const words = QUESTIONS[code]
  return words === undefined ? code : `${code.slice(1)} ${words}`
}
