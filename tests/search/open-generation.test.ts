import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { generationName, isOwnEntry, listGenerations, removeLeftovers } from '../../src/search/generation-files.ts';
import { GenerationWriter } from '../../src/search/generation-writer.ts';
import { encodeManifest } from '../../src/search/manifest.ts';
import { openNewestGeneration } from '../../src/search/open-generation.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { FINGERPRINT, putFiles, recordOf } from '../support/index-fixtures.ts';

async function directoryWith(...generations: number[]): Promise<string> {
  const directory = await temporaryDirectory();
  for (const generation of generations) {
    const writer = new GenerationWriter(directory, {
      generation,
      fingerprint: FINGERPRINT,
      dimensions: 64,
      wantsGraph: () => false,
    });
    writer.add(await recordOf({ source: 'a.txt', text: '한 문장이다. 둘째다.' }));
    await writer.publish();
    writer.close();
  }
  return directory;
}

/** Number of the generation that opens, and the alerts. */
async function opened(directory: string) {
  const { generation, alerts } = await openNewestGeneration(directory);
  await generation?.close();
  return { number: generation?.manifest.generation, alerts };
}

describe('opening an index', () => {
  it('finds nothing in a folder that is empty or missing', async () => {
    const directory = await temporaryDirectory();
    expect(await opened(directory)).toEqual({ number: undefined, alerts: [] });
    expect(await opened(join(directory, 'missing'))).toEqual({ number: undefined, alerts: [] });
  });

  it('opens the generation with the highest number', async () => {
    expect(await opened(await directoryWith(9, 10, 1_000_000))).toEqual({ number: 1_000_000, alerts: [] });
  });

  it('ignores what is not a published generation', async () => {
    const directory = await directoryWith(1);
    for (const name of ['generation-2', 'generation-000002.old', 'unpublished-generation-000003', 'notes'])
      mkdirSync(join(directory, name));
    expect(await opened(directory)).toEqual({ number: 1, alerts: [] });
  });

  it.each(['index.sqlite', 'sentences.i8', 'chunks.f32', 'manifest.json'])(
    'passes over a generation whose %s is damaged, and says so',
    async (name) => {
      const directory = await directoryWith(1, 2);
      putFiles(directory, { [`generation-000002/${name}`]: 'x' });
      const { number, alerts } = await opened(directory);
      expect(number).toBe(1);
      expect(alerts).toEqual([expect.stringMatching(/^generation-000002 cannot be used: .*changed or cut$/)]);
    },
  );

  it('says of each damaged generation what is wrong, without naming the folder', async () => {
    const directory = await directoryWith(1, 2);
    rmSync(join(directory, generationName(2), 'manifest.json'));
    rmSync(join(directory, generationName(1), 'chunks.f32'));
    const { number, alerts } = await opened(directory);
    expect(number).toBeUndefined();
    expect(alerts).toEqual([
      'generation-000002 cannot be used: manifest.json is missing or cannot be read (ENOENT)',
      'generation-000001 cannot be used: chunks.f32 is missing or cannot be read (ENOENT)',
    ]);
  });

  it('refuses an index of a newer program and goes back to no older generation', async () => {
    const directory = await directoryWith(1);
    putFiles(directory, { 'generation-000002/manifest.json': encodeManifest({ format: 99 }) });
    await expect(opened(directory)).rejects.toThrow(UserError);
    expect(listGenerations(directory)).toEqual([2, 1]);
  });
});

describe('the entries of a data directory', () => {
  it.each(['generation-000001', 'unpublished-generation-000001', 'index.lock', 'index.lock.owner', 'embeddings.journal'])(
    'named %s are the index’s own',
    (name) => {
      expect(isOwnEntry(name)).toBe(true);
    },
  );

  it.each(['generation-1', 'generation-000001.bak', 'notes.txt', ''])('named %j are not', (name) => {
    expect(isOwnEntry(name)).toBe(false);
  });

  it('that were never published are removed, others are not', async () => {
    const directory = await directoryWith(1);
    putFiles(directory, { 'unpublished-x/chunks.f32': '', 'unpublished-file': '', 'notes.txt': '' });
    removeLeftovers(directory);
    expect(readdirSync(directory).sort()).toEqual(['generation-000001', 'notes.txt']);
  });
});
