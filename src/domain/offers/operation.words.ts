import type { BatchRefusal } from './operation.form.ts'

export const batchRefusals: Record<BatchRefusal, string> = {
  unreadable:
    'Quelque chose a coincé. Vos choix restent sur cet appareil : rechargez la page, et ils repartiront.',
  'too-many': 'Trop de choix d’un coup. Rien n’est perdu : ils repartiront en plusieurs fois.',
}
