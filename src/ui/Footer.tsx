import { Mark } from '#ui/Header.tsx'
import { SizeButton } from '#ui/SizeButton.tsx'

/** The foot of every page but those of the table; the association's own pages sign it with the mark. */
export function Footer({ mark = false }: { mark?: boolean }) {
  return (
    <footer class="pied-site">
      <div class="cadre">
        <div class="pile devise">
          {mark && <Mark light />}
          <p class="petit">
            Une association d’habitants, pour vivre plus reliés, plus solidaires, et prendre soin de ce qui
            nous entoure.
          </p>
        </div>
        <ul class="petit">
          <li>
            <a href="/comment-ca-se-passe">Comment ça se passe</a>
          </li>
          <li>
            <a href="/charte">La charte</a>
          </li>
          <li>
            <a href="/mentions">Vos informations, vos droits</a>
          </li>
        </ul>
        <SizeButton />
      </div>
    </footer>
  )
}
