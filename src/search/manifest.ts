import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StoreError, UserError } from '../errors.ts';
import { digestFile } from './durable-files.ts';

/** Version of the generation directory's layout. A newer one is refused untouched, an older one is rebuilt. */
export const FORMAT = 1;
export const MANIFEST_FILE = 'manifest.json';

/** Everything that changes what an index means. Two generations with equal fingerprints may share embeddings and terms. */
export interface Fingerprint {
  model: string;
  loader: string;
  splitter: string;
  context: string;
  terms: string;
}

/** Whether chunks and embeddings made under one fingerprint can serve under the other: all but the terms must be equal. */
export function sameText(a: Fingerprint, b: Fingerprint): boolean {
  return sameFingerprint({ ...a, terms: '' }, { ...b, terms: '' });
}

export function sameFingerprint(a: Fingerprint, b: Fingerprint): boolean {
  return a.model === b.model && a.loader === b.loader && a.splitter === b.splitter && a.context === b.context && a.terms === b.terms;
}

const Digest = z.strictObject({ bytes: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const Graph = z.looseObject({ dimensions: z.int().positive(), count: z.int().nonnegative() });
const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  generation: z.int().positive(),
  created: z.iso.datetime(),
  fingerprint: z.strictObject({ model: z.string(), loader: z.string(), splitter: z.string(), context: z.string(), terms: z.string() }),
  /** 0 when the index was made without an embedding model: it has no vectors. */
  dimensions: z.int().nonnegative(),
  articles: z.int().nonnegative(),
  chunks: z.int().nonnegative(),
  sentences: z.int().nonnegative(),
  averageLength: z.number().nonnegative(),
  graph: Graph.nullable(),
  files: z.record(z.string().regex(/^[\w.-]+$/), Digest),
});

/** The description of one generation: what it was made with, what it holds, and the size and sha256 of each of its files. */
export type Manifest = z.infer<typeof Manifest>;

/** The manifest as text, its own sha256 included, so that a changed byte anywhere is noticed. */
export function encodeManifest(manifest: Manifest): string {
  return `${JSON.stringify({ ...manifest, checksum: checksum(manifest) }, null, 1)}\n`;
}

/**
 * Reads a generation's manifest and verifies its checksum, its shape, and every byte of the files it names.
 * Throws StoreError when something is missing or changed, UserError when a newer program wrote it.
 */
export function readVerified(directory: string): Manifest {
  const manifest = readManifest(directory);
  for (const [name, expected] of Object.entries(manifest.files)) {
    const found = digestFile(join(directory, name));
    if (found.bytes !== expected.bytes || found.sha256 !== expected.sha256) throw new StoreError(`${name} was changed or cut`);
  }
  return manifest;
}

/** Reads the manifest alone; the files it names are not looked at. */
export function readManifest(directory: string): Manifest {
  const parsed: unknown = JSON.parse(readFileSync(join(directory, MANIFEST_FILE), 'utf8'));
  if (typeof parsed !== 'object' || parsed === null) throw new StoreError('the manifest is not an object');
  if ('format' in parsed && typeof parsed.format === 'number' && parsed.format > FORMAT) {
    throw new UserError(`The index was written by a newer gisabot (format ${parsed.format}). Update gisabot, or set DATA_DIR to another folder.`);
  }
  const { checksum: stored, ...rest } = { checksum: undefined, ...parsed };
  const manifest = Manifest.safeParse(rest);
  if (!manifest.success) throw new StoreError(`the manifest is not complete: ${z.prettifyError(manifest.error)}`);
  if (stored !== checksum(manifest.data)) throw new StoreError('the manifest was changed');
  return manifest.data;
}

function checksum(manifest: Manifest): string {
  const ordered = JSON.stringify(manifest, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(ordered).digest('hex');
}
