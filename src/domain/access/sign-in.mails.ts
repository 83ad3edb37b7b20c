import { CODE_MINUTES } from './sign-in.ts'

/** The letter that carries the code. Its link opens a page where the code is typed: opening it uses nothing up. */
export const codeMail = (code: string, publicUrl: string): { subject: string; text: string } => ({
  subject: 'Votre code pour entrer',
  text: [
    'Bonjour,',
    '',
    `Voici votre code pour entrer : ${code.slice(0, 3)} ${code.slice(3)}`,
    '',
    `Il sert une seule fois, pendant ${CODE_MINUTES} minutes, sur l’appareil où vous l’avez demandé.`,
    `La page où le taper : ${publicUrl}/entrer/code`,
    '',
    'Personne ne vous demandera jamais ce code, ni par téléphone, ni à votre porte.',
    'Si vous n’avez rien demandé, ne faites rien : sans ce code, personne n’entre.',
    '',
    'À bientôt,',
    'Coop-Ère',
  ].join('\n'),
})
