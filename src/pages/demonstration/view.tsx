import type { ComponentChildren } from 'preact'
import type {
  DemonstrationCompanion,
  DemonstrationNeighbour,
} from '#domain/association/association.views.server.ts'
import { removalRefusals } from '#domain/association/association.words.ts'
import { Button, QuietButton } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Notice } from '#ui/Notice.tsx'
import { publicNav } from '#ui/nav.tsx'
import { Page } from '#ui/Page.tsx'
import { Said } from '#ui/Said.tsx'
import { PlaceCard } from './PlaceCard.tsx'

type DemonstrationViewProps = {
  sector: string
  neighbours: readonly DemonstrationNeighbour[]
  companions: readonly DemonstrationCompanion[]
  /** Who each of them is, by first name. */
  about: ReadonlyMap<string, string>
  /** This browser opened the demonstration: it alone may take it away. */
  mayRemove: boolean
  stuck?: string | undefined
}

export function DemonstrationView({
  sector,
  neighbours,
  companions,
  about,
  ...rest
}: DemonstrationViewProps) {
  const { mayRemove, stuck } = rest
  const hosts = neighbours.filter(({ host }) => host)
  const others = neighbours.filter(({ host }) => !host)
  return (
    <Page title="Démonstration" nav={publicNav}>
      <div class="cadre aere pile-large">
        <div class="pile">
          <h1>Prendre la place de…</h1>
          <p>
            Voici <Said>{sector}</Said>, un quartier imaginaire. Choisissez quelqu’un : cet appareil devient
            le sien, le temps d’essayer. Revenez ici pour changer de place.
          </p>
          {stuck !== undefined && (
            <Notice tone="coince" live>
              {stuck}
            </Notice>
          )}
        </div>
        <Group title="Le groupe d’animation">
          {hosts.map((host) => (
            <PlaceCard
              place={`voisin:${host.personId}`}
              name={host.firstName}
              where={host.entrance}
              about={about.get(host.firstName)}
              sentence="Anime le groupe. Prépare une table, l’ouvre, et reconnaît les nouveaux voisins."
            />
          ))}
        </Group>
        <Group title="Les voisins inscrits">
          {others.map((neighbour) => (
            <PlaceCard
              place={`voisin:${neighbour.personId}`}
              name={neighbour.firstName}
              where={neighbour.entrance}
              about={about.get(neighbour.firstName)}
              sentence="Parcourt les offres, garde ses choix, reconnaît les nouveaux à une table."
            />
          ))}
        </Group>
        <Group title="Pour l’association">
          {companions.map((companion) => (
            <PlaceCard
              place={`association:${companion.companionId}`}
              name={companion.name}
              where={null}
              sentence="Accompagne le secteur. Dit oui aux tables, confie les mandats, prépare la table fondatrice."
            />
          ))}
        </Group>
        <Removal mayRemove={mayRemove} />
      </div>
    </Page>
  )
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="pile">
      <h2>{title}</h2>
      <ul class="grille">{children}</ul>
    </section>
  )
}

function Removal({ mayRemove }: { mayRemove: boolean }) {
  return (
    <Card as="section">
      <h2>Fini d’essayer ?</h2>
      {mayRemove ? (
        <>
          <p>Tout ce quartier s’en va, sans retour. Ensuite, on commence pour de vrai.</p>
          <form method="post" action="/demonstration/enlever">
            <QuietButton icon="x">Tout enlever</QuietButton>
          </form>
        </>
      ) : (
        <p>{removalRefusals['not-the-installer']}</p>
      )}
    </Card>
  )
}

/** Nothing is left; the next beginning is one touch away. */
export function RemovedView({ link }: { readonly link: string }) {
  return (
    <Page title="C’est fait" nav={publicNav}>
      <div class="cadre etroit aere pile">
        <h1>C’est fait</h1>
        <p>Le quartier de démonstration est parti, avec tout ce qu’il contenait.</p>
        <p>Le lien qui suit sert une fois, pendant un jour.</p>
        <p>
          <Button href={link}>Commencer</Button>
        </p>
      </div>
    </Page>
  )
}
