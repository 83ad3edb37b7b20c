import type { Fault, FaultReason } from './fault.ts'

const sentences: Record<FaultReason, (found: string, expected: string) => string> = {
  'missing-file': () => 'ce fichier manque.',
  'empty-file': () => 'ce fichier est vide.',
  'unreadable-line': () => 'cette ligne ne se lit pas, peut-être à cause d’un guillemet mal fermé.',
  'missing-column': (found) => `la colonne « ${found} » manque.`,
  'unknown-column': (found) => `la colonne « ${found} » n’est pas attendue ici.`,
  'cell-count': (found, expected) => `${found} cases, alors qu’il en faut ${expected}.`,
  'empty-cell': (found) => `la case « ${found} » est vide.`,
  'bad-code': (found) =>
    `le code « ${found} » ne convient pas : des minuscules sans accent, des chiffres et des tirets.`,
  'duplicate-code': (found) => `le code « ${found} » sert déjà plus haut.`,
  'missing-code': (found) => `il manque la ligne de code « ${found} ».`,
  'unknown-value': (found, expected) => `« ${found} » n’est pas une valeur de la colonne « ${expected} ».`,
  'unknown-theme': (found) => `le thème « ${found} » n’existe pas dans themes.csv.`,
  'foreign-code': (found, expected) =>
    `le code « ${found} » doit commencer par « ${expected}- », le code de son thème.`,
  'long-phrase': (found, expected) => `la phrase « ${found} » dépasse ${expected} signes.`,
  'duplicate-phrase': (found) => `la phrase « ${found} » est déjà plus haut.`,
  'not-a-question': (found) => `« ${found} » doit se terminer par un point d’interrogation.`,
  'everyone-and-more': () => '« tous » va seul dans la colonne « ideal_pour ».',
  'bad-colour': (found) => `« ${found} » n’est pas une couleur comme #0F766E.`,
  'pale-colour': (found, expected) =>
    `la couleur ${found} est trop pâle pour du texte blanc : il faut un contraste de ${expected} au moins.`,
}

/** « idees.csv, ligne 12 : le thème « potager » n’existe pas dans themes.csv. » */
export function faultSentence(fault: Fault): string {
  const place = fault.line === null ? fault.file : `${fault.file}, ligne ${fault.line}`
  return `${place} : ${sentences[fault.reason](fault.found, fault.expected)}`
}
