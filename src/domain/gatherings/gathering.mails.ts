/** To the owner of an address that someone of another household gave at a table: it names nobody and asks nothing. */
export const addressGivenMail = (): { subject: string; text: string } => ({
  subject: 'Votre adresse a été donnée à une table Coop-Ère',
  text: `Bonjour,

Quelqu’un a donné votre adresse e-mail à une table d’inscription de Coop-Ère. C’est peut-être une simple
faute de frappe. Cette personne ne voit rien de ce qui est à vous, et vous n’avez rien à faire.

Si cela vous étonne, parlez-en à une personne du groupe d’animation, au prochain café.

À bientôt,
Coop-Ère
`,
})
