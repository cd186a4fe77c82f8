import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserError, messageOf } from '../errors.ts';
import { makeDirectory, syncPath } from '../file-system.ts';
import { loadRuntime } from './embeddings-runtime.ts';
import { deriveCard } from './model-card.ts';
import { MODEL_FILES, isModelPresent, modelDirectory, type ModelPlace } from './model-files.ts';

const HUB = 'https://huggingface.co/';
const TEMPORARY = '.download-';
const LEFTOVER_AGE_MS = 24 * 60 * 60 * 1000;

/**
 * Downloads a model into its folder under `modelsDirectory`. It is written beside it, loaded once, recorded in a `model.json` with the
 * sha256 of each file, and only then renamed: a kill or a power loss at any moment leaves no half model behind.
 * @throws UserError when a file cannot be downloaded or the result does not load.
 */
export async function downloadModel(options: ModelPlace & { remoteHost?: string }): Promise<void> {
  const { model, modelsDirectory, remoteHost = HUB } = options;
  const target = modelDirectory(options);
  makeDirectory(dirname(target));
  await removeLeftovers(modelsDirectory);
  const temporary = await mkdtemp(join(modelsDirectory, TEMPORARY));
  try {
    const directory = join(temporary, model);
    for (const file of MODEL_FILES) {
      const url = new URL(`${model}/resolve/main/${file}`, remoteHost);
      await downloadFile(url, join(directory, file)).catch((error: unknown) => {
        throw new UserError(
          `The embedding model ${model} cannot be downloaded: ${url.href}: ${messageOf(error)}. ` +
            `Check EMBEDDING_MODEL and the network, or download the files by hand into a folder of that name.`,
        );
      });
    }
    await loadRuntime(model, directory);
    await writeFile(join(directory, 'model.json'), `${JSON.stringify(await deriveCard(model, directory), undefined, 2)}\n`, {
      flush: true,
    });
    // The files are forced to the disk one by one; their names are not.
    for (const folder of new Set(MODEL_FILES.map((file) => dirname(join(directory, file))))) syncPath(folder);
    await moveIntoPlace(directory, target);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** A body shorter than announced fails in fetch itself. */
async function downloadFile(url: URL, path: string): Promise<void> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`the server answers ${response.status}`);
  await mkdir(dirname(path), { recursive: true });
  await pipeline(Readable.fromWeb(response.body), createWriteStream(path, { flush: true }));
}

/** Another process may have finished the same download first; then its model stays. */
async function moveIntoPlace(directory: string, target: string): Promise<void> {
  try {
    await rename(directory, target);
  } catch (error) {
    if (!(await isModelPresent(target))) throw error;
    return;
  }
  syncPath(dirname(target));
}

/** Folders of downloads that were killed; younger ones may belong to a process that is downloading now. */
async function removeLeftovers(modelsDirectory: string): Promise<void> {
  for (const name of await readdir(modelsDirectory)) {
    if (!name.startsWith(TEMPORARY)) continue;
    const path = join(modelsDirectory, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > LEFTOVER_AGE_MS) await rm(path, { recursive: true, force: true });
  }
}
