import ts from 'typescript'
import type { Source, Trap } from './files.ts'

// Words a neighbour never reads on a screen or in a letter, with what to say instead (table.md §4).
const never: readonly [RegExp, string][] = [
  [/\butilisat(eur|rice)s?\b/i, 'dites « voisin » ou « voisine »'],
  [/\bprofils?\b/i, 'dites « ma carte » ou « mes choix »'],
  [
    /\b(re)?connexions?\b|\bconnecte[rz]?\b|\b(dé)?connectée?s?\b/i,
    'dites « entrer », « sortir » ou « le réseau »',
  ],
  [
    /\b(un|le|mon|votre|son|ton|du|au|ce|des|les|vos|ses|mes|nouveau) comptes?\b(?! rendu)/i,
    'dites « ma carte »',
  ],
  [/^\s*comptes?\s*$/i, 'dites « ma carte »'],
  [/\bsynchronis/i, 'dites « tout est gardé »'],
  [/\berreurs?\b/i, 'dites « quelque chose a coincé »'],
  [/\bformulaires?\b/i, 'nommez ce que la personne remplit'],
  [/\bvalider (votre|son|mon|l['’])\s?inscription/i, 'dites « c’est fait »'],
  [
    /\be-?mailing\b|\bnewsletters?\b|\bspams?\b|\bidentifiants?\b|\bmot de passe\b/i,
    'dites-le comme à la table',
  ],
]

/** Sentences for people live in words, letters and views: each of their texts is read. */
export const forbiddenWords: Trap = (files) => files.filter(speaks).flatMap(offences)

const speaks = ({ path }: Source): boolean =>
  /\.(words|mails)\.tsx?$/.test(path) || (/^src\/(pages|ui)\/.*\.tsx$/.test(path) && !path.includes('.test.'))

function offences(file: Source): string[] {
  return texts(file).flatMap(({ text, line }) =>
    never
      .filter(([word]) => word.test(text))
      .map(([, instead]) => `${file.path}:${line}: « ${text.trim().slice(0, 80)} » ; ${instead}`),
  )
}

type Text = { text: string; line: number }

function texts({ path, text }: Source): Text[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: Text[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || isUnread(node)) return
    if (ts.isJsxText(node) || ts.isStringLiteralLike(node) || isTemplatePart(node))
      found.push({ text: node.text, line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1 })
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

const isTemplatePart = (node: ts.Node): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail =>
  ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)

// Attributes a browser reads and a neighbour does not, types, and the keys of objects.
const unreadAttributes = new Set(
  'class id name href action method type for role rel src autocomplete inputmode key value island sheet icon'.split(
    ' ',
  ),
)
const isUnread = (node: ts.Node): boolean =>
  ts.isTypeNode(node) || (ts.isJsxAttribute(node) && unreadAttributes.has(node.name.getText()))
