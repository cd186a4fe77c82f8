import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A small disk in memory. */
export interface Tmpfs {
  path: string;
  /** Changes its options, such as `size=64k` or `ro`. Returns whether that was possible. */
  remount: (options: string) => boolean;
}

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Mounts a disk of so many kilobytes; it is gone when the test ends. Undefined where this process may not mount. */
export function mountTmpfs(kilobytes: number): Tmpfs | undefined {
  const disk = mount(kilobytes);
  if (disk) {
    onTestFinished(() => {
      unmount(disk.path);
    });
  }
  return disk;
}

/** Whether this process may mount, which on most systems only root may. */
export function canMount(): boolean {
  const disk = mount(64);
  if (disk) unmount(disk.path);
  return disk !== undefined;
}

function mount(kilobytes: number): Tmpfs | undefined {
  const path = mkdtempSync(join(tmpdir(), 'gisabot-tmpfs-'));
  if (process.platform === 'linux' && run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path))
    return { path, remount: (options) => run('mount', '-o', `remount,${options}`, path) };
  rmSync(path, { recursive: true });
  return undefined;
}

/** Lazily, since a file on it may still be open. */
function unmount(path: string): void {
  run('umount', '-l', path);
  rmSync(path, { recursive: true, force: true });
}
