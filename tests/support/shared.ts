import { existsSync } from 'node:fs';

/** Data that is not part of the repository: real news pages and KorQuAD. Tests that need them say that they were skipped. */
const SHARED = '../shared';

/** The path of something in the shared folder, or undefined, with a visible note, when it is not there. */
export function sharedPath(path: string): string | undefined {
  const full = `${SHARED}/${path}`;
  if (existsSync(full)) return full;
  console.warn(`skipped: ${full} is not there`);
  return undefined;
}
