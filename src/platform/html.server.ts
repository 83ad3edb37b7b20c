import { h, type ComponentChildren, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { printedHtml } from '#ui/printed-html.ts'
import { Urls } from '#ui/urls.ts'
import { pageUrls } from './assets.server.ts'

let banner: () => ComponentChildren = () => null

/** What every page says at its head, asked at each page: that this is a demonstration, or nothing. */
export function useBanner(said: () => ComponentChildren): void {
  banner = said
}

/** A whole page: doctype, hashed addresses, French typography. */
export const pageHtml = (page: VNode): string => {
  const value = { ...pageUrls(), banner: banner() }
  return `<!doctype html>${printedHtml(renderToString(h(Urls.Provider, { value }, page)))}`
}
