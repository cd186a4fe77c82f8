import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The model that is part of the repository. */
export const bundledModel = {
  model: 'gisabot/multilingual-e5-small-ko-en',
  modelsDirectory: join(import.meta.dirname, '../../embeddings/models'),
};

/** An empty folder that is removed when the test ends. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'gisabot-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** A copy of the bundled model that a test may damage. */
export async function copyOfBundledModel(): Promise<{ model: string; modelsDirectory: string; directory: string }> {
  const modelsDirectory = await temporaryDirectory();
  const directory = join(modelsDirectory, bundledModel.model);
  await cp(join(bundledModel.modelsDirectory, bundledModel.model), directory, { recursive: true });
  return { model: bundledModel.model, modelsDirectory, directory };
}
