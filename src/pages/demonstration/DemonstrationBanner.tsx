/** Says, at the head of every page, that nothing here is real. */
export function DemonstrationBanner() {
  return (
    <>
      <span>Démonstration : ici, personne n’est réel et rien ne compte.</span>{' '}
      <a href="/demonstration">Prendre la place de…</a>
    </>
  )
}
