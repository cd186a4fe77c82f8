import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StoreError, UserError } from '../../src/errors.ts';
import { digestFile, writeDurably } from '../../src/search/durable-files.ts';
import { encodeManifest, readVerified, sameFingerprint, sameVectors, type Manifest } from '../../src/search/manifest.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { FINGERPRINT } from '../support/index-fixtures.ts';

const CONTENT = { 'index.sqlite': 'database', 'sentences.i8': 'sentences', 'chunks.f32': 'chunks' };

/** A directory with three files and their manifest. */
async function directoryWith(change: Readonly<Record<string, unknown>> = {}): Promise<{ directory: string; manifest: Manifest }> {
  const directory = join(await temporaryDirectory(), 'generation');
  mkdirSync(directory);
  const digestOf = (name: keyof typeof CONTENT) => writeDurably(join(directory, name), Buffer.from(CONTENT[name]));
  const manifest: Manifest = {
    ...{ format: 1, generation: 7, created: '2024-01-05T10:00:00.000Z', fingerprint: FINGERPRINT, dimensions: 384 },
    ...{ articles: 1, chunks: 2, sentences: 3, averageLength: 12.345678901234567, graph: null },
    files: {
      'index.sqlite': digestOf('index.sqlite'),
      'sentences.i8': digestOf('sentences.i8'),
      'chunks.f32': digestOf('chunks.f32'),
    },
  };
  writeFileSync(join(directory, 'manifest.json'), encodeManifest({ ...manifest, ...change }));
  return { directory, manifest };
}

describe('a manifest', () => {
  it('gives back what was written when every byte is there', async () => {
    const { directory, manifest } = await directoryWith();
    expect(readVerified(directory)).toEqual(manifest);
  });

  it('is refused with any byte changed', async () => {
    const { directory } = await directoryWith();
    const path = join(directory, 'manifest.json');
    const bytes = readFileSync(path);
    for (let at = 0; at < bytes.length; at++) {
      for (const mask of [1, 2, 0x20]) {
        const changed = Buffer.from(bytes);
        changed[at]! ^= mask;
        writeFileSync(path, changed);
        expect(() => readVerified(directory), `byte ${at}`).toThrow(StoreError);
      }
    }
  });

  it.each([0, 1, 100])('is refused when it is cut to %d bytes', async (length) => {
    const { directory } = await directoryWith();
    truncateSync(join(directory, 'manifest.json'), length);
    expect(() => readVerified(directory)).toThrow(StoreError);
  });

  it.each(['null', '[]', '"x"', '{}', '1'])('is refused when it is %s', async (text) => {
    const { directory } = await directoryWith();
    writeFileSync(join(directory, 'manifest.json'), text);
    expect(() => readVerified(directory)).toThrow(StoreError);
  });

  it('is refused when it is missing, without naming the folder', async () => {
    const { directory } = await directoryWith();
    rmSync(join(directory, 'manifest.json'));
    expect(() => readVerified(directory)).toThrow(/^manifest.json is missing or cannot be read \(ENOENT\)$/);
  });

  it.each([
    { chunks: -1 },
    { dimensions: '384' },
    { fingerprint: { model: 'x' } },
    { files: {} },
    { files: { '../x': { bytes: 1, sha256: 'a'.repeat(64) } } },
    { extra: 1 },
    { created: 'yesterday' },
  ])('is refused with %j, however well it is signed', async (change) => {
    const { directory } = await directoryWith(change);
    expect(() => readVerified(directory)).toThrow(/not complete/);
  });

  it('is refused when it describes a graph that it does not list', async () => {
    const { directory } = await directoryWith({ graph: { count: 2 } });
    expect(() => readVerified(directory)).toThrow(StoreError);
  });

  it('of a newer format is told from a damaged one', async () => {
    const { directory } = await directoryWith({ format: 2, extra: 1 });
    expect(() => readVerified(directory)).toThrow(UserError);
    expect(() => readVerified(directory)).toThrow(/newer gisabot \(format 2\)/);
    const path = join(directory, 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"extra": 1', '"extra": 2'));
    expect(() => readVerified(directory)).toThrow(StoreError);
  });

  it('of an older format is not used', async () => {
    const { directory } = await directoryWith({ format: 0 });
    expect(() => readVerified(directory)).toThrow(/older gisabot/);
  });
});

describe('the files that a manifest names', () => {
  it.each(Object.keys(CONTENT))('are refused when %s is changed, cut, grown or missing', async (name) => {
    const { directory } = await directoryWith();
    const path = join(directory, name);
    const bytes = readFileSync(path);
    for (const other of [
      Buffer.from(bytes).fill(0),
      bytes.subarray(1),
      Buffer.concat([bytes, Buffer.alloc(1)]),
      Buffer.alloc(0),
    ]) {
      writeFileSync(path, other);
      expect(() => readVerified(directory)).toThrow(new RegExp(`^${name} was changed or cut$`));
    }
    rmSync(path);
    expect(() => readVerified(directory)).toThrow(new RegExp(`^${name} is missing or cannot be read`));
  });

  it('are refused when two are swapped', async () => {
    const { directory } = await directoryWith();
    writeFileSync(join(directory, 'chunks.f32'), CONTENT['sentences.i8']);
    writeFileSync(join(directory, 'sentences.i8'), CONTENT['chunks.f32']);
    expect(() => readVerified(directory)).toThrow(StoreError);
  });
});

describe('fingerprints', () => {
  it.each(['model', 'loader', 'splitter', 'context', 'terms'] as const)('differ when the %s does', (part) => {
    const other = { ...FINGERPRINT, [part]: 'other' };
    expect(sameFingerprint(FINGERPRINT, { ...FINGERPRINT })).toBe(true);
    expect(sameFingerprint(FINGERPRINT, other)).toBe(false);
    expect(sameVectors(FINGERPRINT, other)).toBe(part !== 'model' && part !== 'context');
  });
});

it('a digest is of what the file holds', async () => {
  const path = join(await temporaryDirectory(), 'file');
  const digest = writeDurably(path, Buffer.from('abc'));
  expect(digest).toEqual({ bytes: 3, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' });
  expect(digestFile(path)).toEqual(digest);
  expect(() => writeDurably(path, Buffer.from('abc'))).toThrow(/EEXIST/);
});
