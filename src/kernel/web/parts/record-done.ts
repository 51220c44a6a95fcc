/** What the pages of every record say has just been done, by the code with which they lead back to the page of its kind. */
export const DONE_ON_RECORD = {
  noted: 'Note added',
  decided: 'Decision written down',
  added: 'Added',
  changed: 'Changed',
  completed: 'Action completed',
  dropped: 'Action dropped',
  withdrawn: 'Evidence withdrawn',
  'handed-on': 'Handed on',
} as const
