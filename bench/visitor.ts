/** A browser reduced to what a measure needs: it keeps cookies, and posts forms as our own pages would. */
export type Visitor = {
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<Answer>
  readonly cookies: () => string
}
export type Answer = { readonly status: number; readonly text: string; readonly location: string | null }

export function visitor(url: string): Visitor {
  const jar = new Map<string, string>()
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const answer = await fetch(new URL(path, url), {
      ...init,
      redirect: 'manual',
      headers: { cookie: cookies(), origin: url, accept: 'text/html' },
    })
    for (const cookie of answer.headers.getSetCookie()) keep(jar, cookie)
    return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') }
  }
  return {
    get: (path) => ask(path, { method: 'GET' }),
    post: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
    cookies,
  }
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [pair = ''] = cookie.split(';')
  const at = pair.indexOf('=')
  const gone = /;\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(cookie)
  if (gone) jar.delete(pair.slice(0, at))
  else jar.set(pair.slice(0, at), pair.slice(at + 1))
}
