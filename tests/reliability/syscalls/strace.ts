import { spawn, spawnSync } from 'node:child_process';

/** File calls that change something, and those that open and close. */
export const SYSCALLS = [
  ...['openat', 'write', 'pwrite64', 'fsync', 'fdatasync', 'rename', 'mkdir', 'close', 'unlink', 'rmdir', 'ftruncate'],
] as const;
export type Syscall = (typeof SYSCALLS)[number];
/** LOST: a write that is not done, and said to be done. */
export type Fault = 'KILL' | 'EIO' | 'ENOSPC' | 'LOST';

/** One fault: at the `when`-th call (from 1) of a system call, among those that touch the watched paths. */
export interface Injection {
  syscall: Syscall;
  fault: Fault;
  when: number;
  /** What the call returns when nothing is wrong. */
  returns: number;
}

/** Why strace cannot be used here, in words; null when it can. */
export function straceReasonMissing(): string | null {
  const { error, status, stderr } = spawnSync('strace', ['-f', '-e', 'trace=none', 'true'], { encoding: 'utf8' });
  if (error) return `strace is not installed (${error.message})`;
  return status === 0 ? null : `strace may not watch a process here (${stderr.trim()})`;
}

/** Runs a program of Node.js from its start with a fault at a call that touches the path, and gives its exit code and what both say. */
export function runWithFault(args: readonly string[], env: NodeJS.ProcessEnv, path: string, injection: Injection) {
  const filters = ['-e', `trace=${injection.syscall}`, '-e', injectionOf(injection), '-P', path];
  const { status, stdout, stderr } = spawnSync('strace', ['-f', ...filters, process.execPath, ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** A watch over the file calls of a process. */
export interface Watch {
  /** Ends the watch, unless the process ended it, and gives strace's lines. */
  end(): Promise<string[]>;
}

/** Begins to watch the calls of a running process that touch one of the paths, with a fault if one is given. Counting starts here. */
export async function watch(pid: number, paths: readonly string[], injection?: Injection): Promise<Watch> {
  const inject = injection ? ['-e', injectionOf(injection)] : [];
  const filters = ['-e', `trace=${SYSCALLS.join()}`, ...inject, ...paths.flatMap((path) => ['-P', path])];
  const strace = spawn('strace', ['-f', '-y', '-p', String(pid), ...filters], { stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  const ended = new Promise<void>((resolve) => {
    strace.once('close', () => {
      resolve();
    });
  });
  const attached = new Promise<void>((resolve) => {
    strace.stderr.on('data', (data: Buffer) => {
      output += data.toString();
      if (/Process \d+ attached/.test(output)) resolve();
    });
  });
  await Promise.race([attached, ended]);
  if (!/Process \d+ attached/.test(output)) throw new Error(`strace did not attach: ${output}`);
  return {
    end: async () => {
      strace.kill('SIGINT');
      await ended;
      return output.split('\n');
    },
  };
}

const EFFECTS: Readonly<Record<Fault, (returns: number) => string>> = {
  KILL: () => 'signal=KILL',
  EIO: () => 'error=EIO',
  ENOSPC: () => 'error=ENOSPC',
  LOST: (returns) => `retval=${returns}`,
};

function injectionOf({ syscall, fault, when, returns }: Injection): string {
  return `inject=${syscall}:${EFFECTS[fault](returns)}:when=${when}`;
}

/** What each call returned, in their order, by its name. */
export function callsIn(lines: readonly string[]): Map<Syscall, number[]> {
  const calls = new Map<Syscall, number[]>();
  for (const line of lines) {
    const name = SYSCALLS.find((syscall) => new RegExp(`^(?:\\[pid +\\d+\\] )?${syscall}\\(`).test(line));
    if (name) calls.set(name, [...(calls.get(name) ?? []), Number(/= (-?\d+)[^=]*$/.exec(line)?.[1])]);
  }
  return calls;
}

/** Whether the fault was reached. */
export function wasReached(lines: readonly string[], { fault }: Injection): boolean {
  return lines.some((line) => line.includes(fault === 'KILL' ? 'killed by SIGKILL' : `(INJECTED)`));
}
