import { globSync, readFileSync } from 'node:fs'

/** A file of the project as the traps see it. */
export type Source = { readonly path: string; readonly text: string }

/** A trap: what is wrong in these files, one line each; nothing when all is well. */
export type Trap = (files: readonly Source[]) => string[]

/** Every file somebody of the project writes. */
export function projectFiles(): Source[] {
  const folders = '{src,seeds,migrations,scripts,tests,attacks,stories,bench}/**/*'
  const paths = globSync([
    `${folders}.{ts,tsx,mjs,css,svg}`,
    '*.{ts,js,cjs,json,md}',
    'docs/**/*.md',
    'data/*',
  ])
  return paths.sort().map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

/** Lines of these files that match, as `path:line: text`. */
export function lines(files: readonly Source[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
      ),
  )
}

export const isCode = ({ path }: Source): boolean => /\.(ts|tsx)$/.test(path)
export const isTest = ({ path }: Source): boolean => /\.test\.tsx?$/.test(path)
