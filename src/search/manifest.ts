import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { messageOf, StoreError, UserError } from '../errors.ts';
import { readText } from '../file-system.ts';
import { digestFile } from './durable-files.ts';
import { FILES } from './generation-files.ts';

/** Version of the generation directory's layout. A newer one is refused untouched, an older one is built again. */
export const FORMAT = 1;
export const MANIFEST_FILE = 'manifest.json';

/** Everything that changes what an index means. Under another fingerprint every article is read anew. */
export interface Fingerprint {
  model: string;
  loader: string;
  splitter: string;
  context: string;
  terms: string;
}

export function sameFingerprint(a: Fingerprint, b: Fingerprint): boolean {
  return sameVectors(a, b) && a.loader === b.loader && a.splitter === b.splitter && a.terms === b.terms;
}

/** Whether embeddings made under one fingerprint can serve under the other. */
export function sameVectors(a: Fingerprint, b: Fingerprint): boolean {
  return a.model === b.model && a.context === b.context;
}

const Digest = z.strictObject({ bytes: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  generation: z.int().positive(),
  created: z.iso.datetime(),
  fingerprint: z.strictObject({
    model: z.string(),
    loader: z.string(),
    splitter: z.string(),
    context: z.string(),
    terms: z.string(),
  }),
  /** 0 when the index was made without an embedding model: it has no vectors. */
  dimensions: z.int().nonnegative(),
  articles: z.int().nonnegative(),
  chunks: z.int().nonnegative(),
  sentences: z.int().nonnegative(),
  /** Mean number of terms of a chunk. */
  averageLength: z.number().nonnegative(),
  /** What the graph file does not say of itself (HnswSidecar); null without a graph. */
  graph: z.looseObject({}).nullable(),
  files: z.strictObject({
    [FILES.database]: Digest,
    [FILES.sentences]: Digest,
    [FILES.chunks]: Digest,
    [FILES.graph]: Digest.optional(),
  }),
});

/** The description of one generation: what it was made with, what it holds, and the size and sha256 of each of its files. */
export type Manifest = z.infer<typeof Manifest>;

/**
 * The manifest as text, its own sha256 included. Every later format keeps `format` and `checksum` as they are here, so that a newer index
 * can be told from a damaged one.
 */
export function encodeManifest(manifest: Readonly<Record<string, unknown>>): string {
  const checksum = createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
  return `${JSON.stringify({ ...manifest, checksum }, null, 1)}\n`;
}

/**
 * Reads a generation's manifest and verifies its checksum, its shape, and every byte of the files it names.
 * @throws StoreError when something is missing or changed, or an older program wrote it; UserError when a newer program did.
 */
export function readVerified(directory: string): Manifest {
  const manifest = readManifest(directory);
  for (const [name, expected] of Object.entries(manifest.files)) {
    if (expected === undefined) continue;
    const found = reading(name, () => digestFile(join(directory, name)));
    if (found.bytes !== expected.bytes || found.sha256 !== expected.sha256) throw new StoreError(`${name} was changed or cut`);
  }
  if ((manifest.graph === null) !== (manifest.files[FILES.graph] === undefined))
    throw new StoreError('the graph is described or there, not both');
  return manifest;
}

/** Reads the manifest alone; the files it names are not looked at. */
function readManifest(directory: string): Manifest {
  const text = reading(MANIFEST_FILE, () => readText(join(directory, MANIFEST_FILE)));
  const { checksum, ...content } = parseObject(text);
  if (checksum === undefined || encodeManifest(content) !== text) throw new StoreError('the manifest was changed or cut');
  const { format } = content;
  if (typeof format === 'number' && format > FORMAT) {
    throw new UserError(
      `The index was written by a newer gisabot (format ${format}). Update gisabot, or set DATA_DIR to another folder.`,
    );
  }
  if (format !== FORMAT) throw new StoreError('an older gisabot wrote it; the index is built again');
  const manifest = Manifest.safeParse(content);
  if (!manifest.success) throw new StoreError(`the manifest is not complete: ${z.prettifyError(manifest.error)}`);
  return manifest.data;
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new StoreError('the manifest was changed or cut');
  }
  if (typeof value !== 'object' || value === null) throw new StoreError('the manifest was changed or cut');
  return { ...value };
}

function reading<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : messageOf(error);
    throw new StoreError(`${name} is missing or cannot be read (${reason})`);
  }
}
