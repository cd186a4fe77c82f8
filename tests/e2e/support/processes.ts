import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Bot } from '../standin/bots.ts';

/** Whether the system tells about processes. */
export const canFreeze = existsSync('/proc/self/task');

/** Waits for the process of a bot whose program has this in its name, and stops it until it is told to go on. */
export async function freeze(bot: Bot, program: 'engine-child' | 'indexer-child'): Promise<{ resume: () => void }> {
  for (;;) {
    const pid = childrenOf(bot.pid ?? 0).find((child) => commandOf(child).includes(program));
    if (pid !== undefined) {
      process.kill(pid, 'SIGSTOP');
      return {
        resume: () => {
          process.kill(pid, 'SIGCONT');
        },
      };
    }
    await setTimeout(5);
  }
}

/** Ids of the processes that a process has started and that run. */
export function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
}

/** Empty when the process is gone. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
