import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCatalogue } from '#domain/ideas/catalogue.form.ts'
import { parseDetail } from './choice.form.ts'
import { readDetail } from './choice.ts'
import { detailRefusals } from './choice.words.ts'

const files = import.meta.glob<string>('../../../data/*.csv', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const read = parseCatalogue(
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path.split('/').at(-1) ?? '', text])),
)
const ideas = read.ok ? read.value.ideas : []
const reasonOf = (line: string) => {
  const detail = readDetail(line)
  return detail.ok ? null : detail.reason
}

describe('Une précision tient en une ligne', () => {
  test('on la garde telle quelle, les espaces remis en ordre ; vide, elle s’enlève', () => {
    expect(readDetail('  Une Bosch\r\n à percussion 🔩 ')).toEqual({
      ok: true,
      value: 'Une Bosch à percussion 🔩',
    })
    expect(readDetail(' \u200b ')).toEqual({ ok: true, value: null })
    expect(readDetail('<img src=x onerror=alert(1)> {{7*7}} %_\\')).toMatchObject({ ok: true })
  })

  test('cent vingt signes, comptés comme on les voit', () => {
    expect(readDetail('👨‍👩‍👧'.repeat(120)).ok).toBe(true)
    expect(reasonOf('👨‍👩‍👧'.repeat(121))).toBe('too-long')
    expect(reasonOf('é'.normalize('NFD').repeat(120))).toBeNull()
    expect(reasonOf('x'.repeat(121))).toBe('too-long')
    expect(reasonOf('x\u0301'.repeat(9000))).toBe('too-long')
    expect(reasonOf('a\0b')).toBe('unreadable')
  })

  test('ce qui n’est pas un texte est refusé sans panne', () => {
    expect(parseDetail(undefined)).toEqual({ ok: true, value: null })
    for (const odd of [['a'], { $gt: '' }, NaN, 1e309, null, true])
      expect(parseDetail(odd)).toEqual({ ok: false, reason: 'unreadable' })
    fc.assert(fc.property(fc.anything(), (sent) => parseDetail(sent).ok !== undefined))
  })

  test('chaque refus dit pourquoi, et quoi faire', () => {
    for (const sentence of Object.values(detailRefusals)) {
      expect(sentence.length).toBeGreaterThan(40)
      expect(sentence).not.toMatch(/utilisateur|profil|connexion|\bcompte\b|erreur|formulaire/i)
    }
  })
})

describe('Ce que tout le voisinage lit ne dit ni prix, ni absence, ni comment entrer', () => {
  test.each([
    ['clé sous le paillasson, code 4512A, absent jusqu’au 20', 'hidden-key'],
    ['la clef est sous le pot de fleurs', 'hidden-key'],
    ['les clés sont dans la boîte aux lettres', 'hidden-key'],
    ['sonnez, code 4512A', 'door-code'],
    ['digicode : 2580', 'door-code'],
    ['4512B puis à droite', 'door-code'],
    ['le 1234 ouvre le portail', 'door-code'],
    ['code ４５１２', 'door-code'],
    ['appartement 12, au fond', 'door-number'],
    ['porte n° 7', 'door-number'],
    ['je suis absent du 3 au 17', 'absence'],
    ['Absente jusqu’au 20', 'absence'],
    ['nous partons en vacances du 3 au 17 août', 'absence'],
    ['je serai en voyage en juillet', 'absence'],
    ['en août nous ne sommes pas là', 'absence'],
    ['personne chez nous cette semaine', 'absence'],
    ['la maison est vide en été', 'absence'],
    ['ménage 12 €/h', 'price'],
    ['cours 20 €', 'price'],
    ['cours 20€', 'price'],
    ['vingt euros la séance', 'price'],
    ['15 e/h', 'price'],
    ['12/h', 'price'],
    ['payant', 'price'],
    ['mon tarif sur demande', 'price'],
    ['en CESU', 'price'],
    ['massage', 'trade'],
    ['devis possible', 'trade'],
  ])('« %s » : %s', (line, reason) => expect(reasonOf(line)).toBe(reason))
})

describe('Les moyens de se joindre attendent que les deux aient dit oui', () => {
  test.each([
    ['06 12 34 56 78', 'phone'],
    ['appelez le 06.12.34.56.78 le soir', 'phone'],
    ['06-12/34 56(78)', 'phone'],
    ['0 6 1 2 3 4 5 6 7 8', 'phone'],
    ['2 perceuses, 0612345678', 'phone'],
    ['0612345678, 2 perceuses', 'phone'],
    ['+33 6 12 34 56 78', 'phone'],
    ['0033612345678', 'phone'],
    ['٠٦ ١٢ ٣٤ ٥٦ ٧٨', 'phone'],
    ['\uff10\uff16 12 34 56 78', 'phone'],
    ['0\u200b6 12\u200d34 56 78', 'phone'],
    ['zéro six douze trente-quatre', 'phone'],
    ['zéro six, douze, trente', 'phone'],
    ['nadia@exemple.fr', 'email'],
    ['nadia arobase exemple point fr', 'email'],
    ['nadia (at) exemple', 'email'],
    ['@nadia91', 'email'],
    ['https://exemple.fr', 'link'],
    ['www.exemple.fr', 'link'],
    ['voir exemple.com', 'link'],
    ['exemple point com', 'link'],
    ['exemple . com', 'link'],
    ['wa.me/33612', 'link'],
    ['linktr.ee sur bit.ly/xyz', 'link'],
    ['FR76 3000 6000 0112 3456 7890 189', 'bank'],
    ['FR7630006000011234567890189', 'bank'],
    ['fr76-3000-6000-0112-3456', 'bank'],
    ['GB29 NWBK 6016 1331 9268 19', 'bank'],
    ['paypal.me/nadia', 'bank'],
    ['4970 1012 3456 7890', 'bank'],
    ['en bitcoin', 'bank'],
  ])('« %s » : %s', (line, reason) => expect(reasonOf(line)).toBe(reason))
})

describe('Ce qui est innocent passe sans remarque', () => {
  test('aucune des 187 idées du catalogue, aucune de leurs questions', () => {
    expect(ideas).toHaveLength(187)
    const held = ideas
      .flatMap((idea) => [idea.phrase, idea.question ?? ''])
      .filter((line) => reasonOf(line) !== null)
    expect(held).toEqual([])
  })

  test.each([
    'Perceuse Bosch à percussion, 1200 à 1500 W, mèches 4 à 10',
    'Tailles 36 38 40 42 44 46',
    'Taille 2 ans, 3 ans, 4 ans, 6 ans, 8 ans',
    'Du 0 au 3 ans, poussette et lit',
    'Le lundi et le jeudi, de 18 h 30 à 20 h',
    'Je pars à 7 h 15 vers la gare, du lundi au vendredi',
    'On part tôt, retour vers 18 h',
    'J’arrose quand vous êtes absents, en août surtout',
    'Pendant vos vacances en juillet, je nourris le chat',
    'En cas d’absence, je prends vos colis',
    'Clés plates, clés à molette, dans une boîte rouge',
    'La garde d’un double, dans un tiroir chez moi',
    'Initiation au code et à Python 3',
    'Code de la route, entraînement',
    'Code postal 91300 et alentours',
    'WhatsApp, photos, courriels : tout doucement',
    'Anglais, niveau B2, conversation',
    'Vélo 26 pouces et remorque',
    'Échelle de 3,50 m, escabeau 5 marches',
    'Années 1990 et 2000, vinyles et CD',
    'Zéro déchet : lessive, éponges, bocaux',
    'Je porte 5 cartons, pas plus de 20 kg',
    'Jusqu’au 4e étage sans ascenseur',
    'Soupes pour 12 personnes, gâteaux sans gluten',
    'Recettes d’Algérie, de 30 minutes à 2 heures',
    'Bien manger à petit prix, comparer les tarifs des bus',
    'Gratuit, avec plaisir',
    'Le soir. Me demander avant',
    'Jeux de société : Dixit, 7 Wonders, Les Aventuriers du rail',
    'Chat noir perdu l’an dernier, je sais chercher',
    'Concert à l’église, chorale du quartier',
    'Aide aux devoirs, 6e et 5e, maths et français',
    'Pas là le matin, plutôt le soir',
    'À 50 km/h maximum, jeune conducteur',
    'Plants de tomates en mai, graines de courge',
    'Deux chats, un lapin, quelques jours',
    '« Le Petit Prince », 1943, et 200 romans policiers',
    'Une table pour 8, 12 chaises pliantes',
    'Entretien d’embauche : BTP, 15 ans d’expérience',
    'Réunions le 1er samedi du mois',
  ])('« %s »', (line) => expect(reasonOf(line)).toBeNull())
})
