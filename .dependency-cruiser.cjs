// The architecture on one screen: what each concept of src/domain may import. A concept missing here is refused.
const may = {
  journal: [],
  sectors: ['journal'],
  ideas: [],
  charter: [],
  roles: ['journal', 'sectors'],
  residents: ['journal', 'sectors', 'roles'],
  access: ['journal', 'residents', 'roles'],
  offers: ['journal', 'ideas', 'residents', 'sectors', 'access'],
  gatherings: ['journal', 'sectors', 'roles', 'residents', 'ideas', 'charter', 'offers', 'access'],
  association: ['journal', 'sectors', 'ideas', 'charter', 'roles', 'residents', 'access'],
  site: ['sectors', 'gatherings', 'association'],
}

// Tables of another concept that its SQL may join without importing it, each with its reason. Reading makes no loop.
const mayAlsoRead = {
  sectors: ['roles', 'association'], // who may open a sector, and whether this is the demonstration
  roles: ['residents', 'access'], // a mandate goes to someone registered, found by their account
  access: ['sectors'], // the name of the place one signs in to
  offers: ['sectors', 'roles', 'access'], // the directory's door: one round trip from the cookie to the page
  site: ['residents', 'roles', 'offers'], // counts and host teams of the public pages
}

const concepts = Object.keys(may)
const tests = '\\.test\\.tsx?$'
const server = '\\.server\\.tsx?$'
const sql = '^node_modules/(@types/)?(kysely|pg|pg-boss)/'

/** A rule: what `from` may not import, and the sentence that says so. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const map = concepts.map((concept) =>
  forbid(
    `map-of-${concept}`,
    `${concept} n’importe que : ${[concept, ...may[concept]].join(', ')}`,
    { path: `^src/domain/${concept}/`, pathNot: tests },
    { path: '^src/domain/', pathNot: `^src/domain/(${[concept, ...may[concept]].join('|')})/` },
  ),
)

const fixed = [
  forbid(
    'every-concept-is-on-the-map',
    'tout dossier de src/domain est sur la carte ci-dessus',
    {},
    { path: '^src/domain/', pathNot: `^src/domain/(${concepts.join('|')})/` },
  ),
  forbid('no-cycle', 'aucun fichier ne s’importe lui-même par un détour', {}, { circular: true }),
  forbid(
    'rules-are-pure',
    'une règle ne connaît ni serveur, ni base, ni écran ; de la plateforme, seulement ce qui est pur',
    { path: '^src/domain/', pathNot: [server, tests] },
    {
      path: [
        server,
        sql,
        '^node_modules/(fastify|preact|nodemailer)',
        '^src/platform/',
        '^src/(ui|pages)/.*\\.tsx$',
      ],
      pathNot: '^src/platform/(result|clock|limits)\\.ts$',
    },
  ),
  forbid(
    'rules-run-in-browsers',
    'une règle tourne aussi dans le navigateur',
    { path: '^src/domain/', pathNot: [server, tests] },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'input-is-parsed-once',
    'valibot ne sert que dans les .form.ts',
    { path: '^src/', pathNot: ['\\.form\\.ts$', tests] },
    { path: '^node_modules/valibot' },
  ),
  forbid(
    'a-store-is-private',
    'le .store.server.ts d’un concept n’est lu que par lui',
    { path: '^src/domain/([^/]+)/', pathNot: tests },
    { path: '\\.store\\.server\\.ts$', pathNot: '^src/domain/$1/' },
  ),
  forbid(
    'pages-call-no-store',
    'une page appelle des actes et des vues, jamais une réserve',
    { path: '^src/', pathNot: ['^src/domain/', tests] },
    { path: '\\.store\\.server\\.ts$' },
  ),
  forbid(
    'sql-stays-in-stores-and-views',
    'le SQL reste dans les réserves, les vues et la plateforme',
    {
      path: '^src/',
      pathNot: ['\\.(store|views)\\.server\\.ts$', '^src/platform/', '^src/main\\.ts$', tests],
    },
    { path: sql },
  ),
  forbid(
    'screens-hold-no-server-code',
    'ce qui s’affiche ou part au navigateur ne tient pas de code de serveur (ses types, si)',
    { path: '^src/(pages|ui|worker)/', pathNot: [server, tests] },
    { path: server, dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'screens-run-in-browsers',
    'ce qui s’affiche ou part au navigateur n’a pas les modules de Node',
    { path: '^src/(pages|ui|worker)/', pathNot: [server, tests] },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'ui-knows-no-domain',
    'ui ne connaît aucun concept',
    { path: '^src/ui/', pathNot: tests },
    { path: '^src/(domain|pages)/' },
  ),
  forbid(
    'platform-knows-no-domain',
    'la plateforme ne connaît aucun concept',
    { path: '^src/platform/', pathNot: tests },
    { path: '^src/(domain|pages)/' },
  ),
  forbid(
    'domain-knows-no-page',
    'un concept ne connaît pas ses pages',
    { path: '^src/domain/', pathNot: tests },
    { path: '^src/pages/' },
  ),
  forbid(
    'program-imports-no-test',
    'le programme n’importe ni test, ni attaque, ni histoire',
    { path: '^(src|migrations)/', pathNot: tests },
    { path: ['^(tests|attacks|stories|bench)/', tests] },
  ),
  forbid(
    'no-junk-drawer',
    'un dossier ou un fichier porte le nom de ce qu’il fait',
    {},
    { path: '^(src|seeds|migrations)/.*(^|/)(utils?|helpers?|services?|managers?|common|misc|shared)[./]' },
  ),
  forbid('imports-exist', 'ce qui est importé existe', {}, { couldNotResolve: true }),
]

module.exports = {
  forbidden: [...map, ...fixed],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true, // types count too, except where a rule says otherwise
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
}

// For the checker, which holds table names to the map too; hidden from dependency-cruiser, which refuses unknown keys.
const mayRead = Object.fromEntries(
  concepts.map((name) => [name, [...may[name], ...(mayAlsoRead[name] ?? [])]]),
)
Object.defineProperty(module.exports, 'mayRead', { value: mayRead })
