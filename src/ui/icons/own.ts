// Our own two: Lucide's open hand, with an arrow leaving it (I offer) or landing in it (I would like).
const openHand =
  '<g transform="translate(0 1.5)"><path d="M11 12h2a2 2 0 1 0 0-4h-3c-.6 0-1.1.2-1.4.6L3 14M7 18l1.6-1.4c.3-.4.8-.6 1.4-.6h4c1.1 0 2.1-.4 2.8-1.2l4.6-4.4a2 2 0 0 0-2.75-2.91l-4.2 3.9M2 13l6 6"/></g>'

export const own = {
  gives: `${openHand}<path d="M11.5 6.6V.8m-2.6 2.6L11.5.8l2.6 2.6"/>`,
  receives: `${openHand}<path d="M11.5.8v5.8M8.9 4l2.6 2.6L14.1 4"/>`,
}
