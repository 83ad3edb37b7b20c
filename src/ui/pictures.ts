import type { IconName } from '#ui/icons.tsx'

// What a waiting phone shows, with a number: « citron 4 ». The host looks for it around the table.
export const pictures = {
  lemon: { word: 'citron', icon: 'citrus' },
  cherry: { word: 'cerise', icon: 'cherry' },
  apple: { word: 'pomme', icon: 'apple' },
  carrot: { word: 'carotte', icon: 'carrot' },
  fish: { word: 'poisson', icon: 'fish' },
  flower: { word: 'fleur', icon: 'flower-2' },
  leaf: { word: 'feuille', icon: 'leaf' },
  star: { word: 'étoile', icon: 'star' },
  sun: { word: 'soleil', icon: 'sun' },
  moon: { word: 'lune', icon: 'moon' },
  umbrella: { word: 'parapluie', icon: 'umbrella' },
  cup: { word: 'tasse', icon: 'coffee' },
} as const satisfies Record<string, { word: string; icon: IconName }>

export type PictureName = keyof typeof pictures
