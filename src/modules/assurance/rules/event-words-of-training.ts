/** The same of training. */
export const TRAINING_EVENTS = {
  'training.begun': 'opened the form for a course',
  'training.holding-opened': 'opened what was recorded of somebody’s training',
  'training.listed': 'listed whose training is current',
  'training.opened': 'opened what somebody was trained in',
  'training.recorded': 'recorded a course',
  'training.withdrawn': 'took back what was recorded of somebody’s training',
} as const
