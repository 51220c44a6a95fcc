import type { Stage } from '#kernel/stage.ts'

export async function playProblems(stage: Stage): Promise<void> {
  await Promise.resolve(stage)
}
