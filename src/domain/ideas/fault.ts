// What is wrong in a file of the catalogue, and where, so that whoever edits it finds it at once.

export type FaultReason =
  | 'missing-file'
  | 'empty-file'
  | 'unreadable-line'
  | 'missing-column'
  | 'unknown-column'
  | 'cell-count'
  | 'empty-cell'
  | 'bad-code'
  | 'duplicate-code'
  | 'missing-code'
  | 'unknown-value'
  | 'unknown-theme'
  | 'foreign-code'
  | 'long-phrase'
  | 'duplicate-phrase'
  | 'not-a-question'
  | 'everyone-and-more'
  | 'bad-colour'
  | 'pale-colour'

export type Fault = {
  readonly file: string
  /** Line of the file, the header being line 1; null when the fault is that of the whole file. */
  readonly line: number | null
  readonly reason: FaultReason
  /** What was found there. */
  readonly found: string
  /** What was expected, or the name of the column. */
  readonly expected: string
}

export type Report = (reason: FaultReason, found: string, expected?: string) => void
