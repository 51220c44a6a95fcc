import type { Stage } from '#kernel/stage.ts'

export async function playVictims(_stage: Stage): Promise<void> {}
