import { said } from '#ui/typography.ts'

/** Words typed by people (a first name, a detail, a place): shown exactly as they were typed. */
export function Said({ children }: { children: string | number }) {
  return <>{said(String(children))}</>
}
