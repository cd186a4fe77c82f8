import { cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError, UserError } from '../../src/errors.ts';
import { inspectModel, readModelCard } from '../../src/search/model-card.ts';
import { modelDirectory } from '../../src/search/model-files.ts';
import { bundledModel, copyOfBundledModel, temporaryDirectory } from '../support/bundled-model.ts';

describe('the name of a model', () => {
  it.each(['../outside', 'tiny/../../outside', '/etc/passwd', './own/model', 'one', 'a/b/c', 'a/..', '', 'a b/c', 'a/b\n'])(
    'refuses %j',
    (model) => {
      expect(() => modelDirectory({ model, modelsDirectory: 'models' })).toThrow(UsageError);
      expect(() => modelDirectory({ model, modelsDirectory: 'models' })).toThrow(/EMBEDDING_MODEL/);
    },
  );

  it('leads to a folder under the folder of all models', () => {
    expect(modelDirectory({ model: 'owner/name-1.0', modelsDirectory: 'models' })).toBe(join('models', 'owner', 'name-1.0'));
  });
});

describe('the files of a model', () => {
  it('that is not there are missed with the place and what to do', async () => {
    const modelsDirectory = await temporaryDirectory();
    const reading = readModelCard({ model: 'owner/name', modelsDirectory });
    await expect(reading).rejects.toThrow(UserError);
    await expect(reading).rejects.toThrow(/owner\/name is not here.*EMBEDDING_ALLOW_DOWNLOAD=on/);
  });

  it('that are incomplete are missed by name', async () => {
    const place = await copyOfBundledModel();
    await rm(join(place.directory, 'tokenizer.json'));
    await expect(readModelCard(place)).rejects.toThrow(/tokenizer\.json is missing/);
  });

  it('that were checked out without Git LFS are recognised', async () => {
    const place = await copyOfBundledModel();
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 35508620\n';
    await writeFile(join(place.directory, 'onnx/model_quantized.onnx'), pointer);
    await expect(readModelCard(place)).rejects.toThrow(/Git LFS pointer.*git lfs pull/);
  });

  it('that were cut are reported as damaged by a health check', async () => {
    const place = await copyOfBundledModel();
    await truncate(join(place.directory, 'tokenizer.json'), 1000);
    const report = await inspectModel(place);
    expect(report.state).toBe('missing or damaged');
    expect(report.problem).toMatch(/tokenizer\.json.*sha256/);
  });

  it('that are intact are verified by a health check', async () => {
    const report = await inspectModel(bundledModel);
    expect(report).toMatchObject({ name: bundledModel.model, state: 'verified', problem: undefined });
    expect(report.bytes).toBeGreaterThan(35_000_000);
  });

  it('without model.json are usable but not verified', async () => {
    const place = await copyOfBundledModel();
    await rm(join(place.directory, 'model.json'));
    expect((await inspectModel(place)).state).toBe('unpinned');
    const card = await readModelCard(place);
    expect(card).toMatchObject({
      dimensions: 384,
      maxTokens: 512,
      queryPrefix: 'query: ',
      passagePrefix: 'passage: ',
      pinned: false,
    });
    expect(card.fingerprint).toBe((await readModelCard(bundledModel)).fingerprint);
  });

  it('without model.json get no prefixes when the model is not an e5', async () => {
    const place = await copyOfBundledModel();
    await rm(join(place.directory, 'model.json'));
    const other = { model: 'own/plain5', modelsDirectory: place.modelsDirectory };
    await cp(place.directory, modelDirectory(other), { recursive: true });
    expect(await readModelCard(other)).toMatchObject({ queryPrefix: '', passagePrefix: '' });
  });

  it('must be hashed in model.json each, so that no file escapes the check', async () => {
    const place = await copyOfBundledModel();
    await changeCard(place.directory, (card) => {
      card.sha256 = {};
    });
    await expect(readModelCard(place)).rejects.toThrow(/model\.json cannot be used.*hash of each/s);
  });

  it('with a model.json that is not JSON are refused', async () => {
    const place = await copyOfBundledModel();
    await writeFile(join(place.directory, 'model.json'), '{"name": ');
    await expect(readModelCard(place)).rejects.toThrow(/model\.json is not valid JSON/);
  });
});

describe('the fingerprint of a model', () => {
  it.each(['queryPrefix', 'passagePrefix'] as const)('changes with its %s', async (field) => {
    const place = await copyOfBundledModel();
    await changeCard(place.directory, (card) => {
      card[field] = 'other: ';
    });
    expect((await readModelCard(place)).fingerprint).not.toBe((await readModelCard(bundledModel)).fingerprint);
  });

  it('changes with the weights', async () => {
    const place = await copyOfBundledModel();
    await changeCard(place.directory, (card) => {
      card.sha256 = { ...card.sha256, 'onnx/model_quantized.onnx': '0'.repeat(64) };
    });
    expect((await readModelCard(place)).fingerprint).not.toBe((await readModelCard(bundledModel)).fingerprint);
  });
});

interface Card {
  queryPrefix: string;
  passagePrefix: string;
  sha256: Record<string, string>;
}

async function changeCard(directory: string, change: (card: Card) => void): Promise<void> {
  const path = join(directory, 'model.json');
  const card = JSON.parse(await readFile(path, 'utf8')) as Card;
  change(card);
  await writeFile(path, JSON.stringify(card));
}
