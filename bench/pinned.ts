import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** Whether this machine can keep what is measured on one core and the load on another. */
export const hasTwoCores = (): boolean =>
  availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0

/** Runs a program on one core and on no other, with all its children; anywhere when the machine cannot. */
export function spawnOn(
  core: number | null,
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  if (core === null || !hasTwoCores()) return spawn(command, args, options)
  return spawn('taskset', ['-c', String(core), command, ...args], options)
}

/** What a program wrote on its way out; it throws when it failed. */
export function outputOf(child: ChildProcess): Promise<string> {
  let out = ''
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(`ended with ${code}: ${out}`))))
  })
}
