// The twelve neighbours of Le Cerisier, the world shared by the demonstration and the tests.
// Offers and wishes are codes of the catalogue; details answer the idea's own question.

export type Neighbour = {
  readonly firstName: string
  readonly entrance: string
  readonly email: string | null
  readonly about: string
  readonly offers: readonly string[]
  readonly wishes: readonly string[]
  readonly details?: Readonly<Record<string, string>>
  readonly discreet?: boolean
}

const words = (list: string): string[] => list.trim().split(/\s+/)

export const founders: readonly Neighbour[] = [
  {
    firstName: 'Nadia',
    entrance: 'Entrée A',
    email: 'nadia@exemple.fr',
    about: 'hôte de table ; elle ouvre celle de cette semaine',
    offers: words(`cuisine-monde cuisine-soupe cuisine-cafe loisirs-chant enfants-devoirs entraide-colis
      entraide-bienvenue jardin-balcon maison-machine-coudre savoirs-langue quartier-fete-voisins
      quartier-cafe-rencontre achats-panier trajets-transports`),
    wishes: words('bricolage-etagere savoirs-ordinateur loisirs-danse jardin-potager'),
    details: { 'cuisine-monde': 'Cuisine kabyle', 'savoirs-langue': 'Arabe et un peu d’espagnol' },
  },
  {
    firstName: 'Paul',
    entrance: 'Entrée B',
    email: 'paul@exemple.fr',
    about: 'retraité, grand bricoleur, toujours prêt à confirmer un nouveau voisin',
    offers: words(`bricolage-perceuse bricolage-outils-main bricolage-escabeau bricolage-etagere
      bricolage-petit-appareil bricolage-plomberie bricolage-initiation loisirs-petanque jardin-outils
      jardin-taille maison-energie savoirs-memoire trajets-velo-reparer quartier-visite`),
    wishes: words('cuisine-portion savoirs-telephone entraide-appel loisirs-jeux-soiree'),
    details: {
      'bricolage-perceuse': 'Perceuse à percussion, avec les forets',
      'bricolage-escabeau': '2 mètres',
    },
  },
  {
    firstName: 'Aïcha',
    entrance: 'Entrée D',
    email: 'aicha@exemple.fr',
    about: 'du groupe d’animation, aide celles et ceux que l’écran fatigue',
    offers: words(`cuisine-gateau cuisine-gouter enfants-garde-soiree enfants-parc enfants-habits-jouets
      entraide-courses entraide-visite entraide-appel maison-ourlet savoirs-demarche savoirs-courrier
      savoirs-francais achats-troc quartier-invitations`),
    wishes: words('loisirs-velo trajets-velo-oser enfants-langues savoirs-photo'),
    details: { 'enfants-garde-soiree': 'De 3 à 10 ans' },
  },
  {
    firstName: 'Bernard',
    entrance: 'Entrée C',
    email: 'bernard@exemple.fr',
    about: 'de la table fondatrice, jardinier du dimanche',
    offers: words(`jardin-outils jardin-tondeuse jardin-desherber jardin-graines jardin-recolte jardin-potager
      jardin-compost loisirs-marche savoirs-causerie trajets-courses achats-ferme maison-cartons`),
    wishes: words('cuisine-bocaux savoirs-ordinateur loisirs-jeux-soiree'),
    details: { 'savoirs-causerie': 'Les abeilles', 'jardin-recolte': 'Prunes et courgettes en été' },
  },
  {
    firstName: 'Rosa',
    entrance: 'Entrée E',
    email: 'rosa@exemple.fr',
    about: 'de la table fondatrice, infirmière à la retraite',
    offers: words(`entraide-gestes-secours entraide-pharmacie entraide-canicule entraide-petits-pas
      entraide-bequilles cuisine-recette cuisine-bocaux loisirs-tricot-the savoirs-tricot maison-vaisselle
      quartier-collecte`),
    wishes: words('bricolage-ampoule trajets-rendez-vous jardin-coin-a-cultiver savoirs-telephone'),
    details: { 'cuisine-recette': 'Portugal', 'maison-vaisselle': 'Trente couverts' },
  },
  {
    firstName: 'Hugo',
    entrance: 'Entrée F',
    email: 'hugo@exemple.fr',
    about: 'de la table fondatrice, étudiant, part souvent à vélo',
    offers: words(`savoirs-ordinateur savoirs-telephone savoirs-instrument loisirs-velo loisirs-course
      loisirs-jeux-soiree loisirs-jeux-pret trajets-velo-oser trajets-camping bricolage-porter
      bricolage-meuble quartier-photos`),
    wishes: words('cuisine-petit-prix cuisine-portion maison-machine-coudre savoirs-metier'),
    details: { 'savoirs-instrument': 'Guitare', 'loisirs-jeux-pret': 'Catan, Dixit, cartes' },
  },
]

export const secondTable: readonly Neighbour[] = [
  {
    firstName: 'Samira',
    entrance: 'Entrée C',
    email: 'samira@exemple.fr',
    about: 'arrivée au printemps, deux enfants à l’école du quartier',
    offers: words(`enfants-sortie-ecole enfants-parc enfants-cafe-parents cuisine-pain cuisine-monde
      cuisine-repas-partage maison-vetements savoirs-traduction achats-vrac trajets-pedibus loisirs-danse`),
    wishes: words('enfants-devoirs bricolage-meuble quartier-adresses jardin-balcon cuisine-restes'),
    details: { 'trajets-pedibus': 'École Jean-Moulin', 'savoirs-traduction': 'Arabe, anglais' },
  },
  {
    firstName: 'Loïc',
    entrance: 'Entrée E',
    email: 'loic@exemple.fr',
    about: 'travaille de nuit, aime qu’on ne sonne pas le matin',
    offers: words(`bricolage-porter bricolage-electricite trajets-gare trajets-equipement-auto maison-cartons
      loisirs-ballon loisirs-materiel-sport entraide-colis quartier-signalement`),
    wishes: words('cuisine-portion jardin-garde-animal loisirs-musique'),
  },
  {
    firstName: 'Jeanne',
    entrance: 'Entrée F',
    email: null,
    about: '82 ans, sans adresse e-mail ; un mot dans sa boîte suffit',
    offers: words(`cuisine-recette savoirs-memoire savoirs-tricot enfants-histoire enfants-grand-parent
      loisirs-tricot-the entraide-colis achats-magazines`),
    wishes: words('bricolage-ampoule entraide-courses entraide-visite trajets-rendez-vous savoirs-courrier'),
    details: { 'cuisine-recette': 'Bretagne', 'achats-magazines': 'Le programme de télévision' },
  },
  {
    firstName: 'Tom',
    entrance: 'Entrée B',
    email: 'tom@exemple.fr',
    about: 'jeune père, apprend à coudre',
    offers: words(`enfants-materiel-bebe enfants-garde-tournante savoirs-photo maison-produits-menagers
      achats-zero-dechet loisirs-course trajets-velo-pret quartier-embellir`),
    wishes: words('maison-couture-initiation enfants-habits-jouets bricolage-initiation cuisine-vegetale'),
  },
  {
    firstName: 'Mina',
    entrance: 'Entrée D',
    email: 'mina@exemple.fr',
    about: 'discrète : un prénom choisi, aucune entrée affichée',
    discreet: true,
    offers: words('cuisine-vegetale jardin-arrosage savoirs-francais loisirs-club-lecture savoirs-livres'),
    wishes: words('entraide-ecoute loisirs-marche'),
  },
  {
    firstName: 'Yves',
    entrance: 'Entrée A',
    email: 'yves@exemple.fr',
    about: 'voisin d’escalier de Nadia, collectionne les vélos',
    offers:
      words(`trajets-velo-reparer trajets-velo-pret loisirs-velo bricolage-bois bricolage-restes-materiaux
      jardin-eau-pluie maison-rangement quartier-cafe-reparation achats-reparateur`),
    wishes: words('cuisine-cafe savoirs-demarche loisirs-chant'),
    details: { 'maison-rangement': 'Un coin de cave, trois mois' },
  },
]

export const entrances: readonly { name: string; dwellings: number }[] = [
  { name: 'Entrée A', dwellings: 24 },
  { name: 'Entrée B', dwellings: 24 },
  { name: 'Entrée C', dwellings: 30 },
  { name: 'Entrée D', dwellings: 24 },
  { name: 'Entrée E', dwellings: 30 },
  { name: 'Entrée F', dwellings: 20 },
]
