import { open, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { UsageError, UserError, messageOf } from '../errors.ts';
import { digestFile } from './durable-files.ts';

/** The files that make a model: an ONNX export with int8 weights as the Hugging Face hub lays it out. */
export const MODEL_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx'] as const;

/** Where a model is: `owner/name` is a folder of that path under the folder of all models. */
export interface ModelPlace {
  model: string;
  modelsDirectory: string;
}

/**
 * The folder of a model.
 * @throws UsageError when the name is not `owner/name` or leads out of the folder of all models.
 */
export function modelDirectory({ model, modelsDirectory }: ModelPlace): string {
  if (!/^[\w.-]+\/[\w.-]+$/.test(model) || model.includes('..')) {
    throw new UsageError(
      `EMBEDDING_MODEL must look like "owner/name" (letters, digits, ".", "_", "-"), not ${JSON.stringify(model)}. ` +
        `To use a model of your own put it into a folder owner/name under ${shown(modelsDirectory)}.`,
    );
  }
  return join(modelsDirectory, model);
}

/** A path as a person reads it: relative to the working directory where that is shorter. */
export function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short !== '' && !short.startsWith('..') ? short : path;
}

/** sha256 of each of the model's files. */
export function hashModel(directory: string): Record<string, string> {
  return Object.fromEntries(MODEL_FILES.map((file) => [file, digestFile(join(directory, file)).sha256]));
}

/** True when a folder stands where the model belongs, whatever is in it. */
export async function isModelPresent(directory: string): Promise<boolean> {
  return stat(directory).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/**
 * Checks that every file of the model is there and is not a Git LFS pointer; gives their size in bytes.
 * @throws UserError that says what is missing, where it was looked for and what to do.
 */
export async function requireModelFiles({ model, modelsDirectory }: ModelPlace): Promise<number> {
  const directory = modelDirectory({ model, modelsDirectory });
  if (!(await isModelPresent(directory))) {
    throw new UserError(
      `The embedding model ${model} is not here: there is no folder ${shown(directory)}. Put ${MODEL_FILES.join(', ')} there ` +
        `(git checkout restores the model that is part of this repository), or set EMBEDDING_ALLOW_DOWNLOAD=on to have it downloaded.`,
    );
  }
  let bytes = 0;
  for (const file of MODEL_FILES) bytes += await requireFile(join(directory, file), model);
  return bytes;
}

/**
 * Compares each of the model's files with the sha256 that was recorded for it.
 * @throws UserError that names the first file that differs.
 */
export function verifyModelFiles(directory: string, expected: Readonly<Record<string, string>>): void {
  for (const [file, hash] of Object.entries(expected)) {
    const path = join(directory, file);
    const found = hashOf(path);
    if (found !== hash) {
      throw new UserError(
        `${shown(path)} of the embedding model is damaged or was changed: its sha256 is ${found}, model.json says ${hash}. ${restore(path)}`,
      );
    }
  }
}

function hashOf(path: string): string {
  try {
    return digestFile(path).sha256;
  } catch (error) {
    throw new UserError(`${shown(path)} of the embedding model cannot be read: ${messageOf(error)}. ${restore(path)}`);
  }
}

async function requireFile(path: string, model: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true)
    throw new UserError(`The embedding model ${model} is incomplete: ${shown(path)} is missing. ${restore(path)}`);
  if (await isPointer(path)) {
    throw new UserError(
      `${shown(path)} is a Git LFS pointer, not the file itself: run "git lfs pull" or download the file by hand.`,
    );
  }
  return found.size;
}

/** A checkout without Git LFS holds small text files in the place of the large ones. */
async function isPointer(path: string): Promise<boolean> {
  const start = 'version https://git-lfs';
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(start.length), 0, start.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === start;
  } finally {
    await file.close();
  }
}

function restore(path: string): string {
  return `Restore it (git checkout -- ${shown(path)}), or delete the model's folder and set EMBEDDING_ALLOW_DOWNLOAD=on.`;
}

/**
 * Parses one of the model's JSON files; undefined when the file does not exist.
 * @throws UserError when it is not JSON.
 */
export async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`${shown(path)} is not valid JSON (${messageOf(error)}). ${restore(path)}`);
  }
}
