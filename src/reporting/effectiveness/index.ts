import type { Measures } from '#kernel/measures/registry.ts'
import type { Module } from '#kernel/module.ts'
import { addStatement, makeJudgement, showJudgements, withdrawStatement } from '#modules/inspections/index.ts'
import { playEffectiveness } from './demonstration/play.ts'
import { CHIEF, FIVE_QUESTIONS, PROVE, VISITS } from './addresses.ts'
import { exportPack, listPacks, makePack, openPack } from './packs/pack-operations.ts'
import { chiefPage } from './pages/chief.tsx'
import { judgeRoutes } from './pages/judge.tsx'
import { packRoutes } from './pages/packs.tsx'
import { provePage } from './pages/prove.tsx'
import { questionPage } from './pages/question.tsx'
import { questionsPage } from './pages/questions.tsx'
import { sampleRoutes } from './pages/samples.tsx'
import { statementRoutes } from './pages/state-ourselves.tsx'
import { visitRoutes } from './pages/visit.tsx'
import { visitsRoutes } from './pages/visits.tsx'
import { drawSampleCommand } from './prove/draw-sample.ts'
import { openSample, openSampleRow } from './prove/open-sample.ts'
import { showDrawing } from './prove/show-drawing.ts'
import { showProof } from './prove/show-proof.ts'
import { showChief } from './queries/show-chief.ts'
import { showQuestion } from './queries/show-question.ts'
import { showQuestions } from './queries/show-questions.ts'
import { endVisit, shortenVisit } from './visits/end-visit.ts'
import { inviteInspector } from './visits/invite.ts'
import { listVisits } from './visits/list-visits.ts'
import { openVisit } from './visits/open-visit.ts'

/** The inspection answered: the questions, the chief constable's page, evidence packs, and what an inspector is shown. */
export function effectiveness(measures: Measures): Module {
  const questions = showQuestions(measures)
  const question = showQuestion(measures)
  const chief = showChief(measures)
  const proof = showProof(measures)
  const pack = makePack(measures)
  const invite = inviteInspector(measures)
  const samples = {
    begin: showDrawing(measures),
    draw: drawSampleCommand(measures),
    open: openSample(measures),
    row: openSampleRow(measures),
  }
  return {
    name: 'effectiveness',
    operations: [
      chief,
      questions,
      question,
      proof,
      makeJudgement,
      showJudgements,
      addStatement,
      withdrawStatement,
      pack,
      listPacks,
      openPack,
      exportPack,
      invite,
      shortenVisit,
      endVisit,
      listVisits,
      openVisit,
      ...Object.values(samples),
    ],
    routes: [
      chiefPage(chief),
      questionsPage(questions),
      questionPage(question),
      ...judgeRoutes(question),
      ...statementRoutes(question),
      ...packRoutes(pack),
      provePage(proof),
      ...sampleRoutes(samples),
      ...visitsRoutes(invite),
      ...visitRoutes(),
    ],
    // The first that somebody may open is what “Effectiveness” leads to: chief officers have a page of their own.
    navigation: [
      { section: 'effectiveness', text: 'Safe and ready?', href: CHIEF, access: { staff: ['chief-officer'] } },
      { section: 'effectiveness', text: 'Questions', href: FIVE_QUESTIONS, access: { staff: 'any' } },
      { section: 'effectiveness', text: 'Prove it', href: PROVE, access: { staff: ['visiting-inspector'] } },
      {
        section: 'effectiveness',
        text: 'Visits',
        href: VISITS,
        access: { staff: ['inspection-lead', 'chief-officer', 'auditor'] },
      },
    ],
    jobs: [],
    subscriptions: [],
    play: (stage) => playEffectiveness(stage, measures),
  }
}
