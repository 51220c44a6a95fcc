/** What is said once after an act. */
export const DONE = {
  proposed: 'Proposed. A reviewer decides, and you are told',
  same: 'Decided: the same. They are shown as one now, and can be parted again',
  different: 'Decided: not the same. They are not proposed again unless something new is known',
  'second-needed': 'Your decision is kept. A second person must confirm it before anything changes',
  parted: 'Parted. All is as it was before they were joined',
} as const
