import { createContext, type ComponentChildren } from 'preact'

/** Where the browser finds what a page needs; the server gives the hashed addresses. */
export type PageUrls = {
  asset: (source: string) => string
  themes: string
  /** What every page says at its head: that this is a demonstration. */
  banner?: ComponentChildren
}

export const Urls = createContext<PageUrls>({ asset: (source) => `/${source}`, themes: '/themes.css' })
