/** One sentence for a word too old, of another table, or mistyped: none of them is told apart (trust.md #17). */
export const wordRefused =
  'Ce mot n’ouvre pas de porte en ce moment. Regardez l’écran de l’hôte : le mot change chaque minute.'
