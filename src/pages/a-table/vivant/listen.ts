// The stream of one seat, as a page hears it. It always says the whole present state: a phone that was away for
// a minute has nothing to catch up but the next line, and the browser asks again by itself.

export type SeatNews = {
  readonly state: string
  readonly phase: string
  readonly theme: number
  readonly around: number
  readonly vouches: number
  readonly counts: Readonly<Record<string, number>>
}

/** Calls `hear` at each news, and `lost` once this device has nothing more to hear. */
export function listen(hear: (news: SeatNews) => void, lost: () => void): void {
  open(hear, lost)
  // A page brought back by « Précédent » is as old as it was: it is asked again.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
}

const againAfter = 3000

function open(hear: (news: SeatNews) => void, lost: () => void): void {
  const source = new EventSource('/a-table/vivant')
  source.onmessage = (message: MessageEvent<string>) => {
    hear(JSON.parse(message.data) as SeatNews) // written by liveSeat, in this build
  }
  source.addEventListener('end', () => {
    source.close()
    lost()
  })
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) void whyClosed(hear, lost)
  }
}

// Closed for good means « nothing more to hear », or a server that rests for a moment: a page tells which.
async function whyClosed(hear: (news: SeatNews) => void, lost: () => void): Promise<void> {
  try {
    const answer = await fetch('/a-table', { method: 'HEAD' })
    if (answer.ok) return lost()
  } catch {
    // no network yet
  }
  setTimeout(() => open(hear, lost), againAfter)
}
