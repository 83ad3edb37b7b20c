import { isCode, isTest, lines, type Source, type Trap } from './files.ts'

// The traps of STYLE.md that a search can show early.

export const junkDrawers: Trap = (files) =>
  files
    .filter(({ path }) =>
      /(^|\/)(utils?|helpers?|services?|managers?|common|misc|shared|index)[./]/i.test(path),
    )
    .filter(({ path }) => /^(src|seeds|migrations|scripts)\//.test(path))
    .map(({ path }) => `${path} : dites ce que ce fichier fait`)

/** 200 lines for code, 150 for markup, 300 for tests; the row types of the database grow with it. */
export const longFiles: Trap = (files) =>
  files
    .filter(({ path }) => /^(src|seeds|scripts)\//.test(path) && path !== 'src/platform/tables.ts')
    .filter(isCode)
    .flatMap(({ path, text }) => {
      const [count, limit] = [
        text.split('\n').length - 1,
        path.includes('.test.') ? 300 : path.endsWith('.tsx') ? 150 : 200,
      ]
      return count > limit ? [`${path} : ${count} lignes, ${limit} au plus`] : []
    })

/** Time and chance are arguments of rules; acts ask the platform. */
export const hiddenClock: Trap = (files) =>
  lines(
    files.filter((file) => file.path.startsWith('src/domain/') && !isTest(file)),
    /new Date\(\)|Date\.now|Math\.random|randomUUID|process\.env|\bconsole\.(log|info|warn|error|debug|trace)\b/,
  )

/** Nothing happens by saving: no trigger, no SQL function, no global event. */
export const actionAtADistance: Trap = (files) =>
  lines(
    files.filter((file) => /^(src|migrations)\//.test(file.path) && !isTest(file)),
    /create\s+(or\s+replace\s+)?(trigger|function|rule)\b|EventEmitter|\bglobalThis(\.\w+|\[[^\]]+\]) = /i,
  )

/** File names are ASCII: accents need quoting in git and have two forms. */
export const accentedNames: Trap = (files) =>
  files.filter(({ path }) => /[^\x20-\x7e]/.test(path)).map(({ path }) => path)

/** What is left to do is an issue; types already say what a parameter is. */
export const unfinished: Trap = (files) =>
  lines(files.filter(isCode).filter(isNotThisFile), /\b(TODO|FIXME|XXX)\b|@param\b|@returns\b/)

/** Only what leaves the machine is replaced in tests, and by a real server. */
export const mocks: Trap = (files) =>
  lines(files.filter(isCode).filter(isNotThisFile), /\bvi\.(mock|fn|spyOn)\b|\bInMemory[A-Z]|\bFake[A-Z]/)

/** One verb in one place: no pattern name stands for a missing word of the association. */
export const ceremony: Trap = (files) =>
  lines(
    files.filter((file) => file.path.startsWith('src/') && isCode(file)),
    /abstract class|\bclass \w+ implements |\b\w+(Factory|Manager|UseCase|DTO|Dto)\b/,
  )

const isNotThisFile = ({ path }: Source): boolean => !/^(scripts\/check|tests\/check)/.test(path)
