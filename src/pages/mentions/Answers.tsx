import { Said } from '#ui/Said.tsx'

export type Publisher = {
  /** The association that answers for this site. */
  name: string
  /** Where to write to it, when it has said so. */
  contact?: string | undefined
  /** Who keeps the machine, when it has said so. */
  hosting?: string | undefined
}

/** What one may ask, of whom, and what happens then. */
export function Rights({ publisher: { name, contact } }: { publisher: Publisher }) {
  return (
    <section class="pile">
      <h2>Vos droits</h2>
      <p>
        Vous pouvez savoir ce qui est gardé sur vous, le faire corriger, en demander une copie, vous opposer à
        un usage, et tout faire effacer. Dites-le à une personne du groupe d’animation, ou à{' '}
        <Said>{name}</Said>
        {contact !== undefined && (
          <>
            {' '}
            (<Said>{contact}</Said>)
          </>
        )}
        . On vous répond dans le mois.
      </p>
      <p>
        Si la réponse ne vous convient pas, vous pouvez écrire à la CNIL :{' '}
        <a href="https://www.cnil.fr">cnil.fr</a>, ou 3, place de Fontenoy, 75007 Paris.
      </p>
      <p>
        Ces informations sont utilisées parce que vous vous êtes inscrit autour d’une table, en acceptant la
        charte. Elles ne sont ni vendues, ni données : un bailleur, une mairie ou un financeur ne voient que
        des totaux.
      </p>
    </section>
  )
}

/** Who publishes, who keeps the machine, where the software comes from. */
export function WhoAnswers({ publisher: { name, hosting } }: { publisher: Publisher }) {
  return (
    <section class="pile">
      <h2>Qui répond de ce site</h2>
      <p>
        <Said>{name}</Said>, association d’habitants, le publie et répond de vos informations.
        {hosting !== undefined && (
          <>
            {' '}
            Il est hébergé par <Said>{hosting}</Said>.
          </>
        )}
      </p>
      <p>
        Le logiciel est libre : chacun peut le lire, le copier et l’améliorer, sous la licence AGPL. Les
        icônes viennent de Lucide, les caractères sont Young Serif et Atkinson Hyperlegible Next.
      </p>
    </section>
  )
}
