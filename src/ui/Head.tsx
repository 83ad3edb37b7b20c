import { useContext } from 'preact/hooks'
import { Urls } from '#ui/urls.ts'
import { fr } from '#ui/typography.ts'

export type Sheet = 'table' | 'story'

type HeadProps = {
  title: string
  description?: string | undefined
  indexed?: boolean | undefined
  islands?: readonly string[] | undefined
  sheet?: Sheet | 'none'
}

const fonts = ['young-serif-fr', 'atkinson-next-fr']

/** Styles first, then the fonts, which no page waits for; the size of the text comes before the islands. */
export function Head({ title, description, indexed = false, islands = [], sheet = 'none' }: HeadProps) {
  const { asset, themes } = useContext(Urls)
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <title>{title} · Coop-Ère</title>
      {description && <meta name="description" content={fr(description)} />}
      {!indexed && <meta name="robots" content="noindex" />}
      <meta name="theme-color" content="#fff8ea" />
      <link rel="stylesheet" href={asset('src/ui/styles/site.css')} />
      {sheet !== 'none' && <link rel="stylesheet" href={asset(`src/ui/styles/${sheet}.css`)} />}
      <link rel="stylesheet" href={themes} />
      {fonts.map((font) => (
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
          href={asset(`src/ui/fonts/${font}.woff2`)}
        />
      ))}
      <link rel="icon" type="image/svg+xml" href={asset('src/ui/logo/favicon.svg')} />
      <script type="module" async src={asset('src/ui/size.island.ts')} />
      {islands.map((island) => (
        <script type="module" src={asset(island)} />
      ))}
    </head>
  )
}
