import { TRAINING_HREF } from '#kernel/competences/hrefs.ts'
import type { Module } from '#kernel/module.ts'
import { recordTraining } from './commands/record-training.ts'
import { withdrawTraining } from './commands/withdraw-training.ts'
import { playTraining } from './demonstration/play.ts'
import { trainingCurrency } from './measures/currency.ts'
import { personTrainingPage } from './pages/person.tsx'
import { recordRoutes } from './pages/record.tsx'
import { trainingPage } from './pages/training.tsx'
import { withdrawRoutes } from './pages/withdraw.tsx'
import { beginRecord } from './queries/begin-record.ts'
import { listTraining } from './queries/list-training.ts'
import { openHolding } from './queries/open-holding.ts'
import { openPerson } from './queries/open-person.ts'

/** Whose training is current, lapses soon or has lapsed; recorded by those who supervise or lead. */
export const trainingModule: Module = {
  name: 'training',
  operations: [listTraining, openPerson, beginRecord, recordTraining, openHolding, withdrawTraining],
  routes: [trainingPage, personTrainingPage, ...recordRoutes, ...withdrawRoutes],
  navigation: [{ section: 'work', text: 'Training', href: TRAINING_HREF, access: listTraining.access }],
  jobs: [],
  subscriptions: [],
  play: (stage) => playTraining(stage),
  measures: [trainingCurrency],
}
