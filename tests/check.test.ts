import { describe, expect, it } from 'vitest'
import type { Source, Trap } from '../scripts/check/files.ts'
import { forbiddenWords } from '../scripts/check/screen-words.ts'
import { tablesOffTheMap } from '../scripts/check/tables.ts'
import * as traps from '../scripts/check/traps.ts'

const file = (path: string, text = ''): Source => ({ path, text })
const caught = (trap: Trap, ...files: Source[]): string[] => trap(files)

describe('les pièges du style', () => {
  it('un tiroir fourre-tout est vu, même si personne ne l’importe', () => {
    expect(
      caught(traps.junkDrawers, file('src/domain/sectors/utils.ts'), file('src/ui/misc/a.ts')),
    ).toHaveLength(2)
    expect(caught(traps.junkDrawers, file('src/domain/ideas/index.ts'))).toHaveLength(1)
    expect(caught(traps.junkDrawers, file('src/domain/sharing/sharing.ts'))).toEqual([])
  })

  it('un fichier de plus de 200 lignes, ou de 150 pour un écran, est refusé', () => {
    expect(
      caught(traps.longFiles, file('src/a.ts', 'x\n'.repeat(200)), file('src/b.tsx', 'x\n'.repeat(150))),
    ).toEqual([])
    expect(caught(traps.longFiles, file('src/a.ts', 'x\n'.repeat(201)))).toHaveLength(1)
    expect(caught(traps.longFiles, file('src/b.tsx', 'x\n'.repeat(151)))).toHaveLength(1)
  })

  it.each([
    'new Date()',
    'Date.now()',
    'Math.random()',
    'randomUUID()',
    'process.env.PORT',
    'console.log(1)',
  ])('une règle qui se sert en cachette de %s est vue', (text) => {
    expect(caught(traps.hiddenClock, file('src/domain/a/a.ts', text))).toHaveLength(1)
    expect(caught(traps.hiddenClock, file('src/domain/a/a.test.ts', text))).toEqual([])
  })

  it('ni déclencheur, ni fonction en base, ni événement global', () => {
    for (const text of [
      'CREATE TRIGGER t',
      'create or replace function f',
      'new EventEmitter()',
      'globalThis.x = 1',
    ])
      expect(caught(traps.actionAtADistance, file('migrations/0001_a.ts', text))).toHaveLength(1)
  })

  it('un nom de fichier accentué, un travail laissé en plan, une doublure, un nom de cérémonie', () => {
    expect(caught(traps.accentedNames, file('src/domain/idées.ts'))).toHaveLength(1)
    expect(caught(traps.unfinished, file('src/a.ts', '// TODO: plus tard'))).toHaveLength(1)
    expect(caught(traps.mocks, file('src/a.test.ts', "vi.mock('./b.ts')"))).toHaveLength(1)
    expect(caught(traps.ceremony, file('src/a.ts', 'class SeatManager {}'))).toHaveLength(1)
  })
})

describe('les mots qu’on ne dit pas', () => {
  const words = (text: string) => caught(forbiddenWords, file('src/domain/a/a.words.ts', text))
  const view = (text: string) => caught(forbiddenWords, file('src/pages/a/view.tsx', text))

  it.each([
    'Votre profil est prêt',
    'Connexion perdue',
    'Créer un compte',
    'Bonjour, cher utilisateur',
    'Une erreur est survenue',
    'Remplissez ce formulaire',
    'Synchronisation en cours',
  ])('« %s » est vu dans une phrase', (sentence) => {
    expect(words(`export const a = \`${sentence}\``)).toHaveLength(1)
    expect(view(`export const V = () => <p>${sentence}</p>`)).toHaveLength(1)
    expect(view(`export const V = () => <Field label="${sentence}" />`)).toHaveLength(1)
  })

  it.each(['Le compte rendu', 'Cela compte', 'Nous en tenons compte', 'Vous comptez pour deux'])(
    '« %s » est du bon français',
    (sentence) => expect(words(`export const a = '${sentence}'`)).toEqual([]),
  )

  it('un attribut que personne ne lit, un import, un type ne sont pas des phrases', () => {
    expect(
      view(
        `import { a } from './formulaire.ts'\nexport const V = () => <form class="erreur" name="compte" />`,
      ),
    ).toEqual([])
    expect(words(`export type A = 'erreur'`)).toEqual([])
  })
})

describe('les tables et la carte', () => {
  const trap = tablesOffTheMap({ journal: [], sectors: ['journal'], site: ['sectors'] })
  const stores = [
    file('src/domain/journal/journal.store.server.ts', `tx.insertInto('journal')`),
    file('src/domain/sectors/sector.store.server.ts', `tx.insertInto('sectors')`),
  ]

  it('une vue qui joint la table d’un concept hors de sa liste est nommée', () => {
    const view = file(
      'src/domain/site/site.views.server.ts',
      `tx.selectFrom('sectors').innerJoin('journal', 'a', 'b')`,
    )
    expect(trap([...stores, view])).toEqual([
      'src/domain/site/site.views.server.ts : lit « journal », qui est à journal et hors de sa liste',
    ])
  })

  it('le SQL écrit à la main est lu aussi', () => {
    const view = file(
      'src/domain/site/site.views.server.ts',
      'sql`SELECT 1 FROM sectors JOIN journal ON true`',
    )
    expect(trap([...stores, view])).toHaveLength(1)
  })

  it('ce qui est sur la liste passe, et une table n’a qu’un propriétaire', () => {
    const view = file('src/domain/sectors/sectors.views.server.ts', `tx.selectFrom('journal as j')`)
    expect(trap([...stores, view])).toEqual([])
    const second = file('src/domain/site/site.store.server.ts', `tx.insertInto('sectors')`)
    expect(trap([...stores, second])).toEqual([
      'sectors est écrite par sectors et site : un seul concept la remplit',
    ])
  })
})
