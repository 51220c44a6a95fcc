import { explainAccess } from './explain.ts'
import { whyPage } from './page.tsx'

export const whyOperations = [explainAccess]
export const whyRoutes = [whyPage]
