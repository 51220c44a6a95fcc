export { listPersonas } from './demonstration/personas.ts'
export { registerSignIn } from './register.ts'
export type { SignInDeps } from './context.ts'
