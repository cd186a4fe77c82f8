import { join } from 'node:path';
import { messageOf } from '../errors.ts';
import type { FileSystem } from '../file-system.ts';
import { generationName, JOURNAL_FILE, listGenerations } from '../search/generation-files.ts';
import type { Failure } from '../types.ts';

/**
 * Removes what an index that is up to date makes superfluous: the generations before it but for the one to go back to, and the journal of
 * embeddings that were not published. Never throws; returns what could not be removed.
 */
export function removeSuperseded(
  dataDirectory: string,
  kept: { published: number; previous: number | undefined },
  fileSystem: FileSystem,
): Failure[] {
  const { published, previous } = kept;
  const old = listGenerations(dataDirectory).filter((generation) => generation < published && generation !== previous);
  return [...old.map(generationName), JOURNAL_FILE].flatMap((source) => {
    try {
      fileSystem.rmSync(join(dataDirectory, source), { recursive: true, force: true });
      return [];
    } catch (error) {
      return [{ source, reason: `could not be removed: ${messageOf(error)}` }];
    }
  });
}
