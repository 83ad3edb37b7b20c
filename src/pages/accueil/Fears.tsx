import { Card } from '#ui/Card.tsx'

const fears = [
  {
    said: 'Je n’ai rien à offrir.',
    answer:
      'Un œuf, un escabeau, une oreille, une recette. Et demander est aussi utile que donner : sans demande, pas de lien.',
  },
  {
    said: 'On va trop me solliciter.',
    answer:
      'C’est vous qui dites combien de fois par mois, deux si vous ne dites rien. « Pas cette fois » se répond d’un geste, sans raison à donner.',
  },
  {
    said: 'Je ne connais personne.',
    answer:
      'C’est le cas de presque tout le monde en arrivant. Un voisin déjà inscrit s’assoit à côté de vous.',
  },
  {
    said: 'Les écrans et moi…',
    answer:
      'Un téléphone, si vous en avez un. Sinon, un voisin tient le sien, il lit, et c’est vous qui choisissez. Cela vaut autant.',
  },
  {
    said: 'Je n’aime pas qu’on sache tout.',
    answer:
      'Vos voisins voient votre prénom et votre entrée. Votre numéro, seulement si vous dites oui. Vous pouvez aussi rester discret.',
  },
  {
    said: 'Et si je change d’avis ?',
    answer:
      'Ce soir, demain ou dans un an : vous retirez une idée, ou vous partez, et vos informations sont effacées.',
  },
]

/** What people say at the door, and what is answered to them. */
export function Fears() {
  return (
    <section class="bloc nappe" aria-labelledby="craintes">
      <div class="cadre pile-large">
        <h2 id="craintes">On nous le dit souvent</h2>
        <ul class="grille">
          {fears.map(({ said, answer }) => (
            <Card as="li">
              <h3>« {said} »</h3>
              <p>{answer}</p>
            </Card>
          ))}
        </ul>
      </div>
    </section>
  )
}
