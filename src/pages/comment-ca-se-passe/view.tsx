import type { ComponentChildren } from 'preact'
import { Button } from '#ui/Button.tsx'
import { Drawing } from '#ui/Drawing.tsx'
import { Icon } from '#ui/icons.tsx'
import { publicNav } from '#ui/nav.tsx'
import { Page } from '#ui/Page.tsx'
import { course } from './course.ts'
import { questions, type Question } from './questions.ts'

/** A table told minute by minute, what is asked of you, and the questions people ask. */
export function HowItGoes() {
  return (
    <Page
      title="Comment se passe une table"
      description="Une heure et quart autour d’un café, de huit à douze personnes : le déroulement d’une table Coop-Ère, et les réponses aux questions que l’on nous pose."
      nav={publicNav}
      current="/comment-ca-se-passe"
      indexed
    >
      <Opening />
      <Course />
      <Asked />
      <Questions />
    </Page>
  )
}

function Opening() {
  return (
    <div class="cadre ouverture">
      <div class="pile">
        <h1>Une table, une heure et quart</h1>
        <p class="fort">
          De quoi boire, de quoi manger, huit à douze personnes. Plus de la moitié du temps sans aucun écran :
          on est venu se voir.
        </p>
        <p class="rang">
          <Button href="/#tables" icon="calendar">
            Voir les prochaines tables
          </Button>
        </p>
      </div>
      <Drawing name="cafetiere" lazy={false} />
    </div>
  )
}

function Course() {
  return (
    <section class="bloc nappe" aria-labelledby="deroule">
      <div class="cadre pile-large">
        <h2 id="deroule">Minute par minute</h2>
        <ol class="deroule">
          {course.map(({ minutes, title, told }) => (
            <li>
              <span class="quand">{minutes} min</span>
              <p>
                <b>{title}.</b> {told}
              </p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

function Asked() {
  return (
    <section class="bloc" aria-labelledby="demande">
      <div class="cadre deux egal">
        <div class="pile">
          <h2 id="demande">Ce que l’on vous demande</h2>
          <ul class="faits">
            <Fact>votre prénom, comme on vous appelle ici</Fact>
            <Fact>votre entrée, ou votre bout de rue</Fact>
            <Fact>une façon de vous joindre, celle que vous préférez</Fact>
          </ul>
        </div>
        <div class="pile">
          <h2>Ce que l’on ne vous demande pas</h2>
          <ul class="faits">
            <Fact not>votre étage ou votre porte</Fact>
            <Fact not>votre âge, votre métier, votre situation</Fact>
            <Fact not>de l’argent, une signature, une promesse</Fact>
          </ul>
        </div>
      </div>
    </section>
  )
}

function Fact({ children, not = false }: { children: ComponentChildren; not?: boolean }) {
  return (
    <li>
      <Icon name={not ? 'x' : 'check'} />
      <span>{children}</span>
    </li>
  )
}

function Questions() {
  return (
    <section class="bloc nappe" aria-labelledby="questions">
      <div class="cadre pile-large">
        <h2 id="questions">Les questions que l’on nous pose</h2>
        <div class="questions">
          {questions.map((question) => (
            <Answered question={question} />
          ))}
        </div>
      </div>
    </section>
  )
}

function Answered({ question: { asked, answers } }: { question: Question }) {
  return (
    <details>
      <summary>
        <Icon name="plus" />
        <span>{asked}</span>
      </summary>
      <div class="reponse pile">
        {answers.map((answer) => (
          <p>{answer}</p>
        ))}
      </div>
    </details>
  )
}
