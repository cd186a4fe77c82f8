import { accessSync, constants } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder in memory where the system has a place for it, for tests that write a thousand times; removed when the test ends. */
export async function memoryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(await realpath(place()), 'gisabot-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

function place(): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}
