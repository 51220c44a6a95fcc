import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Assets } from './assets.ts'

/** The built files of the page around a component, so that it can name one (a map its worker). Null outside a page. */
export const AssetsContext = createContext<Assets | null>(null)

export function useAssets(): Assets | null {
  return useContext(AssetsContext)
}
