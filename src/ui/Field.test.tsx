import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ChoiceList } from '#ui/ChoiceList.tsx'
import { Field } from '#ui/Field.tsx'
import { SelectField } from '#ui/SelectField.tsx'

test('un champ est lié à son intitulé, à son aide et à la phrase qui le débloque', () => {
  const html = renderToString(
    <Field
      name="prenom"
      label="Votre prénom"
      hint="Comme on vous appelle."
      value="Léa"
      stuck="Écrivez un prénom."
    />,
  )
  expect(html).toContain('<label for="champ-prenom">Votre prénom</label>')
  expect(html).toContain('aria-describedby="champ-prenom-aide champ-prenom-dit"')
  expect(html).toContain('id="champ-prenom-aide"')
  expect(html).toContain('id="champ-prenom-dit"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('value="Léa"')
  expect(html).toMatch(/<input[^>]* autofocus/)
})

test('un champ qui passe ne dit rien de plus', () => {
  const html = renderToString(<Field name="lieu" label="Le lieu" />)
  expect(html).not.toMatch(/aria-|autofocus|class="dit"/)
})

test('un texte long garde ce qui a été tapé', () => {
  expect(renderToString(<Field name="mot" label="Un mot" rows={3} value="a < b" />)).toMatch(
    /<textarea rows="3"[^>]*>a &lt; b<\/textarea>/,
  )
})

test('une liste de choix pose sa question à tout le groupe et garde le choix fait', () => {
  const choices = [
    { value: 'A', label: 'Entrée A' },
    { value: 'C', label: 'Entrée C' },
  ]
  const html = renderToString(
    <ChoiceList name="entree" legend="Votre entrée" choices={choices} chosen={['C']} stuck="Choisissez." />,
  )
  expect(html).toContain('<legend>Votre entrée</legend>')
  expect(html).toMatch(/<fieldset[^>]*aria-describedby="champ-entree-dit"/)
  expect(html).toMatch(/<input type="radio" name="entree" value="C" checked/)
  expect(html).toMatch(/<input type="radio" name="entree" value="A" autofocus/)
})

test('un menu montre ce qui est choisi', () => {
  const options = [
    { value: 'a', label: 'Un' },
    { value: 'b', label: 'Deux' },
  ]
  expect(renderToString(<SelectField name="theme" label="Thème" options={options} value="b" />)).toContain(
    '<option value="b" selected>Deux</option>',
  )
})
