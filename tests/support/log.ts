import { expect } from 'vitest';
import { createLog, type Log, type LogOptions } from '../../src/log.ts';

export const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.a-token_of-nobody-0000000000000000000';

/** What is written to a log with TOKEN as its secret, line by line. */
export function logged(write: (log: Log) => void, options: Partial<LogOptions> = {}): string[] {
  const lines: string[] = [];
  write(createLog({ level: 'debug', secrets: [TOKEN], destination: { write: (line) => void lines.push(line) }, ...options }));
  return lines;
}

/** The only line, as JSON. */
export function lineOf(write: (log: Log) => void, options: Partial<LogOptions> = {}): Record<string, unknown> {
  const lines = logged(write, options);
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}
