import type { AskRefusal, CodeRefusal, PlaceRefusal } from './sign-in.ts'

export const askRefusals: Record<AskRefusal, string> = {
  'not-an-address': 'Cette adresse ne semble pas complète. Elle ressemble à « prenom@exemple.fr ».',
  'too-often': 'Beaucoup de codes viennent d’être demandés d’ici. Patientez une minute, puis recommencez.',
}

export const codeRefusals: Record<CodeRefusal, string> = {
  'not-a-code': 'Le code tient en six chiffres. Recopiez-le depuis le message reçu.',
  'wrong-code': 'Ce n’est pas le bon code. Regardez le message le plus récent.',
  'too-many-tries': 'Ce code a été essayé cinq fois, il ne sert plus. Demandez-en un autre.',
  'too-late': 'Ce code a plus de dix minutes, il ne sert plus. Demandez-en un autre.',
  'too-often': 'Beaucoup de codes viennent d’être essayés d’ici. Patientez une minute, puis recommencez.',
  used: 'Ce code a déjà servi. Demandez-en un autre.',
  'other-browser':
    'Ce code se tape sur l’appareil où vous l’avez demandé. Retournez-y, ou demandez un autre code ici.',
}

export const placeRefusals: Record<PlaceRefusal, string> = {
  'nothing-chosen': 'Dites-nous qui vous êtes, en touchant votre prénom.',
  'not-yours': 'Ce prénom n’est plus dans la liste. Choisissez parmi ceux-ci.',
}
