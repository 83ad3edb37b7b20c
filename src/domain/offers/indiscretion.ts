import { latinDigits } from '#domain/residents/writing.ts'

// What a line read by a whole neighbourhood should not say: a price (trust.md T10), a way to be reached before both
// said yes (T7), when a home is empty and how to enter it (T4). Better to let one through than to scold ten.

export type Indiscretion =
  | 'price'
  | 'trade'
  | 'phone'
  | 'bank'
  | 'link'
  | 'email'
  | 'absence'
  | 'door-code'
  | 'hidden-key'
  | 'door-number'

/** The first thing in this line that should be said by voice, or not at all. */
export function indiscretionIn(line: string): Indiscretion | null {
  const text = spelled(line)
  const found = signs.find(([, sign]) => (typeof sign === 'function' ? sign(text, line) : sign.test(text)))
  return found === undefined ? null : found[0]
}

// One spelling: plain digits and letters, small, without accents, straight apostrophes.
const spelled = (line: string): string =>
  latinDigits(line.normalize('NFKC').normalize('NFD').replace(/\p{M}/gu, ''))
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')

const digit = 'un|deux|trois|quatre|cinq|six|sept|huit|neuf|[1-9]'
const apart = '[ .,_/()|*\u00b7\u2022-]*'
const months = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre'
const when =
  `du \\d|du (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|jusqu|a partir d|des (?:le|demain)|le \\d|demain|` +
  `(?:en|fin|debut|mi|courant|tout|tout le mois d[e'])[ -]?(?:${months})|(?:cet|tout l')[ ]?(?:ete|hiver)|` +
  `(?:cette semaine|ce week|ce mois|la semaine (?:du|prochaine))|(?:\\d+|une|deux|trois) (?:jours|semaines?|mois)`
const away =
  `absente?s?|(?:pas|plus) (?:la|chez (?:moi|nous)|a la maison)|personne (?:chez (?:moi|nous)|a la maison)|` +
  `(?:je|j'|nous|on) [^.!?]{0,20}en (?:vacances|conges?|voyage|deplacement)|` +
  `(?:je pars|nous partons|on part)(?= (?:en (?:vacances|voyage|week)|du \\d|jusqu|a l'etranger))`

type Sign = RegExp | ((text: string, line: string) => boolean)
const signs: readonly (readonly [Indiscretion, Sign])[] = [
  [
    'bank',
    /\biban\b|\bpaypal\b|\bpaylib\b|\bwestern union\b|\b(?:bitcoin|btc|ethereum|usdt)\b|\b0x[0-9a-f]{40}\b|\bbc1[a-z0-9]{20}/,
  ],
  ['bank', /\b\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}\b/],
  ['bank', hasIban],
  ['phone', new RegExp(`(?:^|\\D)0${apart}[1-9](?:${apart}\\d){8}`)],
  ['phone', new RegExp(`(?:\\+|(?:^|\\D)00) ?[1-9](?:${apart}\\d){7}`)],
  [
    'phone',
    new RegExp(
      `\\b(?:zero|0|o)[ .,-]+(?:${digit})[ .,-]+(?:zero|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|${digit}|\\d\\d)\\b`,
    ),
  ],
  ['email', /@ ?[a-z0-9]|\barobase\b|[[(] ?at ?[\])]/],
  [
    'link',
    /\bhttps?:|\bwww ?\.|\b(?:wa|paypal) ?\. ?me\b|\bt\.me\b|[[(] ?\. ?[\])]|\b(?:point|dot) (?:fr|com|net|org|eu)\b/,
  ],
  ['link', /[a-z0-9-] ?\. ?(?:com|net|org)\b|[a-z0-9-]\.(?:fr|eu|io|ch|biz|shop|xyz|ly|gl|gg|online)\b/],
  ['link', /[a-z0-9-]\.(?:me|be|co|app|info|site|link|pro|tv)\/[a-z0-9]/],
  [
    'price',
    /\u20ac|\beuros?\b|\d ?eur\b|\d ?balles?\b|\d ?e? ?\/ ?h(?:eure)?\b|\b(?:par|de l')? ?heure ?: ?\d/,
  ],
  [
    'price',
    /\bpayante?s?\b|\bremuner\w+|\b(?:mon|mes|notre|nos) tarifs?\b|\btarifs? ?:|\btarif horaire\b|\bprix ?:|\bcontre (?:paiement|argent|especes)\b|\bcesu\b/,
  ],
  [
    'trade',
    /\bmassages?\b|\bprestations?\b|\bdevis\b|\bsiret\b|\b(?:auto|micro)-?entrepre\w+|\bcode promo\b/,
  ],
  [
    'hidden-key',
    /\bclef?s?\b[^.!?]{0,30}\b(?:sous|dans|derriere|sur)\b[^.!?]{0,20}\b(?:paillasson|pot|jardiniere|boite aux lettres|compteur|tapis|volet|rebord|pierre)s?\b/,
  ],
  ['hidden-key', /\bsous (?:le|mon|notre|un) (?:paillasson|pot de fleurs)\b/],
  ['door-code', /\b(?:digicode|code|interphone|portail)s?\b(?! postal)[^.!?]{0,25}\b[a-z]?\d{3,6} ?[a-z]?\b/],
  ['door-code', /\b\d{4,5} ?[ab]?\b[^.!?]{0,15}\b(?:digicode|interphone|portail)\b/],
  ['door-code', (_, line) => /\b\d{4}[AB]\b/.test(line)],
  [
    'door-number',
    /\b(?:appartement|appart|appt|apt) ?(?:n[o\u00b0] ?|numero )?\d|\bporte (?:n[o\u00b0] ?\d|numero \d|(?:de )?(?:gauche|droite)\b)/,
  ],
  ['absence', /\b(?:maison|appart|appartement|logement|studio) (?:sera |est |reste )?(?:vide|inoccupee?)\b/],
  ['absence', saysAway],
]

// Two letters, a key of two digits, then groups: at least ten digits in all, so that a sentence is never one.
function hasIban(text: string): boolean {
  const candidate = /\b[a-z]{2}\d{2}(?:[ .-]?[a-z0-9]){11,30}/.exec(text)?.[0] ?? ''
  return candidate.replace(/\D/g, '').length >= 10
}

// « Je suis absent du 3 au 17 », and not « j'arrose quand vous êtes absents en août », which is the offer itself.
function saysAway(text: string): boolean {
  const dated = new RegExp(
    `\\b(?:(?:${away})\\b[^.!?]{0,40}\\b(?:${when})|(?:${when})[^.!?]{0,30}\\b(?:${away})\\b)`,
  )
  const found = dated.exec(text)
  return (
    found !== null &&
    !/\bvo(?:us|tre|s)\b/.test(text.slice(Math.max(0, found.index - 25), found.index + found[0].length))
  )
}
