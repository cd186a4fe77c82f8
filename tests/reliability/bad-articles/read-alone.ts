import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Document } from '../../../src/types.ts';

/** What reading one file came to: a document or the reason why there is none. */
export interface Reading {
  source: string;
  document?: Document;
  reason?: string;
  /** For each chunk whether it is well-formed. */
  chunks?: boolean[];
  /** Of processor time. */
  seconds: number;
  megabytes: number;
}

const LONGEST_WAIT = 60_000;

/**
 * Reads files in one process whose memory is limited; fails with the file that was being read when it ends or hangs.
 * @param options.uid the user it runs as
 */
export async function readAlone(
  folder: string,
  sources: readonly string[],
  maxBytes: number,
  options: { uid?: number } = {},
): Promise<Reading[]> {
  const program = join(import.meta.dirname, 'reader-child.ts');
  const child = spawn(process.execPath, ['--max-old-space-size=512', '--import', 'tsx', program, folder, String(maxBytes)], {
    ...options,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(sources));
  const readings: Reading[] = [];
  let current = 'nothing';
  let timer: NodeJS.Timeout | undefined;
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const message = JSON.parse(line) as Reading & { begun?: boolean };
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_WAIT);
      if (message.begun) current = message.source;
      else readings.push(message);
    }
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
  if (readings.length < sources.length) throw new Error(`the reading process ended or hung at ${JSON.stringify(current)}`);
  return readings;
}
