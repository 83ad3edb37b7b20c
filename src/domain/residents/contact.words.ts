import type { ContactRefusal, ContactWay } from './contact.ts'

export const contactQuestion = 'Comment préférez-vous qu’on vous fasse signe ?'

export const wayWords: Record<ContactWay, string> = {
  message: 'Message',
  appel: 'Appel',
  email: 'E-mail',
  mot: 'Mot dans la boîte',
  voisin: 'Par un voisin',
}

export const contactRefusals: Record<ContactRefusal, string> = {
  'no-way': 'Choisissez une façon de vous faire signe.',
  'phone-missing': 'Donnez un numéro de téléphone, ou choisissez une autre façon.',
  'phone-unreadable': 'Ce numéro ne se lit pas. Écrivez-le en chiffres, par exemple 06 12 34 56 78.',
  'phone-too-short': 'Il manque des chiffres : un numéro en a dix, par exemple 06 12 34 56 78.',
  'phone-too-long': 'Il y a des chiffres en trop : un numéro en a dix, par exemple 06 12 34 56 78.',
  'phone-special': 'Ce numéro est celui d’un service. Donnez le vôtre, fixe ou mobile.',
  'email-missing': 'Donnez une adresse e-mail, ou choisissez une autre façon.',
  'email-unreadable':
    'Cette adresse ne se lit pas. Elle ressemble à prenom@exemple.fr, sans espace ni accent avant le @.',
  'email-too-long': 'Cette adresse est trop longue pour qu’un message y arrive.',
  'email-no-at': 'Il manque le @ : une adresse ressemble à prenom@exemple.fr.',
  'email-no-domain': 'La fin de l’adresse, après le @, n’existe pas. Elle ressemble à exemple.fr.',
}
