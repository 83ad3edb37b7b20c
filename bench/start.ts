import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { atMost, rounded, type Measure, type Row } from './row.ts'
import { emptyFolder, freePort, sweep } from './server.ts'
import { once } from './tidy.ts'

/**
 * `start.fresh_s`: a fresh clone with no `node_modules`, `npm start` under the machine's own Node, to the first page.
 * `start.again_s`: the second `npm start` in the same place.
 */
export const start: Measure = { names: ['start.fresh_s', 'start.again_s'], run: measure }

async function measure(): Promise<Row[]> {
  const folder = emptyFolder()
  const clone = join(folder, 'coop-ere')
  const data = join(folder, 'var')
  const tidy = once(async () => {
    await sweep(data)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  try {
    const cloned = spawnSync('git', ['clone', '--quiet', process.cwd(), clone], { stdio: 'inherit' })
    if (cloned.status !== 0) throw new Error('the repository could not be cloned')
    const fresh = await timeToFirstPage(clone, data, 300)
    const again = await timeToFirstPage(clone, data, 60)
    return [
      atMost('start.fresh_s', rounded(fresh, 1), 's', 90),
      atMost('start.again_s', rounded(again, 2), 's', 2),
    ]
  } finally {
    await tidy()
  }
}

async function timeToFirstPage(folder: string, data: string, patience: number): Promise<number> {
  const port = await freePort()
  const begun = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    cwd: folder,
    env: { ...withoutOurNode(), PORT: String(port), DATA_DIR: data },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true, // a group of its own: npm, Node and their children end together
  })
  const end = once(() => endGroup(child))
  try {
    while ((performance.now() - begun) / 1000 < patience) {
      if (await answers(port)) return (performance.now() - begun) / 1000
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`)
      await sleep(20)
    }
    throw new Error(`no page after ${patience} s`)
  } finally {
    await end()
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://localhost:${port}/`, { signal: AbortSignal.timeout(5000) })
    await answer.arrayBuffer()
    return answer.status === 200
  } catch {
    return false
  }
}

// npm put this repository's own Node first in the path, and its settings beside: a fresh machine has neither.
function withoutOurNode(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_|^(DATA_DIR|KEY_FILE|DATABASE_URL|NODE)$/i.test(name),
  )
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((part) => !part.includes('node_modules'))
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) }
}

async function endGroup(child: ChildProcess): Promise<void> {
  const { pid } = child
  if (pid === undefined || child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  process.kill(-pid, 'SIGTERM')
  await Promise.race([ended, sleep(20_000)])
  await sleep(500) // npm leaves a little before the site itself
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // The whole group has ended, as it should.
  }
}
