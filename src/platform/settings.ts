// What an operator may set, said once: the program reads it, and the README shows it.

export type LogLevel = (typeof logLevels)[number]

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

type Setting = { readonly name: string; readonly fallback: string; readonly meaning: string }

/** Every setting, in the order of the table of the README, which a test compares with this list. */
export const settings: readonly Setting[] = [
  { name: 'PORT', fallback: '3000', meaning: 'port où le site répond' },
  {
    name: 'HOST',
    fallback: 'localhost',
    meaning: 'adresse où le site écoute ; `0.0.0.0` pour répondre aux autres machines',
  },
  {
    name: 'PUBLIC_URL',
    fallback: 'http://localhost:PORT',
    meaning: 'adresse que les voisins tapent, écrite dans les messages et les affiches',
  },
  {
    name: 'DATA_DIR',
    fallback: './var',
    meaning: 'dossier de tout ce qui est gardé : base, clé, messages en attente',
  },
  {
    name: 'DATABASE_URL',
    fallback: 'PostgreSQL 17 fourni',
    meaning: 'adresse d’un serveur PostgreSQL 15 ou plus récent, à la place de celui qui est fourni',
  },
  {
    name: 'SMTP_URL',
    fallback: 'messages rangés dans DATA_DIR',
    meaning: 'serveur qui envoie le courrier : `smtp://` ou `smtps://`',
  },
  {
    name: 'MAIL_FROM',
    fallback: 'Coop-Ère <bonjour@localhost>',
    meaning: 'expéditeur des messages',
  },
  {
    name: 'KEY_FILE',
    fallback: 'DATA_DIR/keys/coopere.key',
    meaning: 'clé des coordonnées chiffrées, créée au premier départ ; à sauvegarder à part de la base',
  },
  {
    name: 'TRUST_PROXY',
    fallback: 'non',
    meaning: '`oui` quand un relais HTTPS de la même machine transmet l’adresse de chacun (X-Forwarded-For)',
  },
  { name: 'LOG_LEVEL', fallback: 'info', meaning: `détail du journal technique : ${logLevels.join(', ')}` },
]

/** The same list as a Markdown table, ready for the README. */
export const settingsTable = (): string =>
  [
    '| Réglage | Sans réglage | Ce que c’est |',
    '| --- | --- | --- |',
    ...settings.map(({ name, fallback, meaning }) => `| \`${name}\` | ${fallback} | ${meaning} |`),
  ].join('\n')
