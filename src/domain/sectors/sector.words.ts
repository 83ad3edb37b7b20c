import type { LineRefusal } from './entrances.form.ts'
import type { FieldRefusal, SectorField } from './sector.form.ts'
import { entranceLimits, size, type SectorRefusal } from './sector.ts'

export const sectorRefusals: Record<SectorRefusal, string> = {
  'not-a-companion': 'Seule une personne qui accompagne au nom de l’association ouvre un secteur.',
  demonstration: 'Ici, tout est pour essayer. Un vrai secteur s’ouvre une fois la démonstration enlevée.',
  'no-entrance': 'Écrivez au moins une entrée, avec son nombre de logements : « Entrée A ; 24 ».',
  'too-many-entrances': `Un secteur compte ${entranceLimits.most} entrées au plus. Regroupez-les par bâtiment ou par bout de rue.`,
  'same-entrance-twice': 'Deux entrées portent le même nom : changez l’un des deux.',
  'too-few-dwellings': `Un secteur compte d’ordinaire de ${size.least} à ${size.most} logements. S’il y en a moins, dites pourquoi.`,
  'too-many-dwellings': `Un secteur compte d’ordinaire de ${size.least} à ${size.most} logements. S’il y en a plus, dites pourquoi.`,
  'reason-too-short': 'Dites-en un peu plus : une phrase suffit.',
}

/** Beside which field a refusal is said; null when none is to blame. */
export const sectorRefusalField: Record<SectorRefusal, 'entrances' | 'sizeReason' | null> = {
  'not-a-companion': null,
  demonstration: null,
  'no-entrance': 'entrances',
  'too-many-entrances': 'entrances',
  'same-entrance-twice': 'entrances',
  'too-few-dwellings': 'sizeReason',
  'too-many-dwellings': 'sizeReason',
  'reason-too-short': 'sizeReason',
}

export const lineRefusals: Record<LineRefusal, string> = {
  'no-name': 'il manque le nom de l’entrée.',
  'no-number': 'il manque le nombre de logements, en chiffres. Par exemple « Entrée A ; 24 ».',
  'name-too-long': `le nom compte plus de ${entranceLimits.name} signes.`,
  'out-of-range': `le nombre de logements va de 1 à ${entranceLimits.dwellings}.`,
  'same-name': 'ce nom est déjà pris par une autre entrée.',
  'looks-like-a-door':
    'on dirait une porte, un étage ou un appartement. On note seulement l’entrée, jamais chez qui.',
  unreadable: 'elle contient un signe qui ne se lit pas.',
}

const fieldRefusals: Record<SectorField, Record<FieldRefusal, string>> = {
  name: {
    empty: 'Donnez un nom au secteur, celui que les voisins emploient.',
    'too-long': 'Un nom de 60 signes au plus.',
    unreadable: 'Ce nom contient un signe qui ne se lit pas.',
  },
  commune: {
    empty: 'Dites dans quelle commune.',
    'too-long': 'Une commune de 60 signes au plus.',
    unreadable: 'Cette commune contient un signe qui ne se lit pas.',
  },
}

export const fieldRefusal = (field: SectorField, reason: FieldRefusal): string => fieldRefusals[field][reason]

/** « 3 entrées, 126 logements » */
export const sizeInWords = (entrances: number, dwellings: number): string =>
  `${entrances} ${entrances > 1 ? 'entrées' : 'entrée'}, ${dwellings} ${dwellings > 1 ? 'logements' : 'logement'}`
