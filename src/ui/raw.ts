import type { VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'

/**
 * Markup put into the page as it stands, unescaped and without a wrapper. The only door for it: search for `rawMarkup(`
 * to see every use. Only for markup made by this project or its packages (icons, fixtures), never for what a person typed.
 * Server rendering only. For use inside `src/ui`.
 */
export function rawMarkup(html: string): VNode {
  return jsxTemplate([html])
}
