import type { Stage } from '#kernel/stage.ts'

export async function playSharing(_stage: Stage): Promise<void> {}
