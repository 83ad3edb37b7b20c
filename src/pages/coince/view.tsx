import type { Stuck } from '#platform/stuck.server.ts'
import { Button } from '#ui/Button.tsx'
import { Drawing } from '#ui/Drawing.tsx'
import { publicNav } from '#ui/nav.tsx'
import { Page } from '#ui/Page.tsx'

type Words = { readonly title: string; readonly sentence: string }

const words: Record<Stuck, Words> = {
  garbled: {
    title: 'Quelque chose a coincé',
    sentence: 'Cette demande est arrivée abîmée. Revenez en arrière et recommencez.',
  },
  'wrong-host': {
    title: 'Ce site répond à une autre adresse',
    sentence: 'Vérifiez l’adresse écrite sur votre carte ou sur l’affiche.',
  },
  'other-site': {
    title: 'Quelque chose a coincé',
    sentence:
      'Cette demande venait d’un autre site. Par prudence, rien n’a été fait. Recommencez depuis nos pages.',
  },
  'not-here': {
    title: 'Il n’y a rien à cette adresse',
    sentence: 'La page a peut-être déménagé, ou l’adresse a perdu une lettre en route.',
  },
  'wrong-verb': {
    title: 'Quelque chose a coincé',
    sentence: 'Cette page ne s’ouvre pas de cette façon. Passez plutôt par l’accueil.',
  },
  'too-big': {
    title: 'C’est un peu long',
    sentence: 'Nous ne pouvons pas lire autant d’un coup. Revenez en arrière et raccourcissez.',
  },
  'too-long': {
    title: 'Il n’y a rien à cette adresse',
    sentence: 'Elle est trop longue pour être lue. Il s’y est sans doute glissé autre chose.',
  },
  'wrong-kind': {
    title: 'Quelque chose a coincé',
    sentence: 'Ce genre d’envoi n’est pas lu ici. Recommencez depuis nos pages.',
  },
  'too-often': {
    title: 'Un instant, s’il vous plaît',
    sentence: 'Beaucoup de demandes viennent d’arriver d’ici. Patientez une minute, puis recommencez.',
  },
  broken: {
    title: 'Quelque chose a coincé',
    sentence:
      'Cela vient de nous, pas de vous. Recommencez dans un instant : ce qui était gardé l’est toujours.',
  },
  resting: {
    title: 'La maison fait une pause',
    sentence:
      'Elle revient dans quelques secondes. Ce qui était gardé l’est toujours. Recommencez dans un instant.',
  },
}

type StuckViewProps = { readonly why: Stuck; readonly reference: string; readonly publicUrl: string }

/** The calm page: what got stuck, what to do, and a mark to give to whoever helps. */
export function StuckView({ why, reference, publicUrl }: StuckViewProps) {
  const { title, sentence } = words[why]
  return (
    <Page title={title} nav={publicNav}>
      <div class="cadre etroit pile-large">
        <div class="pile">
          <h1>{title}</h1>
          <p>{sentence}</p>
          <p>
            <Button href={why === 'wrong-host' ? publicUrl : '/'}>Revenir à l’accueil</Button>
          </p>
          {why === 'broken' && (
            <p class="petit doux">
              Si cela dure, donnez ce repère à votre groupe d’animation : <code>{reference}</code>
            </p>
          )}
        </div>
        <Drawing name="tasse" />
      </div>
    </Page>
  )
}
