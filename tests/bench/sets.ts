import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle, readArticle } from '../../src/articles/load.ts';
import { splitDocument } from '../../src/articles/split.ts';
import { walkArticles } from '../../src/articles/walk.ts';
import { layOutKorquad } from '../../src/eval/korquad.ts';
import { contextsOf } from '../../src/indexing/context.ts';
import { PLACES, type Note } from './benchmark.ts';

/** Real text as it is embedded: sentences in their context, and how many chunks they make. */
export interface RealText {
  sentences: string[];
  chunks: number;
  /** Questions people asked about KorQuAD; none where it is missing. */
  questions: string[];
}

const KORQUAD_FILE = join(PLACES.shared, 'eval', 'KorQuAD_v1.0_dev.json');

/** The repository's own articles and, where it is there, KorQuAD: every `step`-th paragraph of it. */
export async function readRealText(step: number, note: Note): Promise<RealText> {
  const own = await readFolder(PLACES.articles, 1);
  if (!existsSync(KORQUAD_FILE)) {
    note('KorQuAD is not here: the articles of the repository alone are measured');
    return { ...own, questions: [] };
  }
  mkdirSync(PLACES.cache, { recursive: true });
  const folder = join(PLACES.cache, 'korquad');
  const questions = layOutKorquad(KORQUAD_FILE, folder).map(({ question }) => question);
  const korquad = await readFolder(folder, step);
  return { sentences: [...own.sentences, ...korquad.sentences], chunks: own.chunks + korquad.chunks, questions };
}

async function readFolder(folder: string, step: number): Promise<Pick<RealText, 'sentences' | 'chunks'>> {
  const { files } = await walkArticles(folder, { maxDepth: 3, maxPathBytes: 4096 });
  const sentences: string[] = [];
  let chunks = 0;
  for (const file of files.filter((_, index) => index % step === 0)) {
    const { bytes } = await readArticle(file, { maxBytes: 10_000_000 });
    const document = await parseArticle(file.source, bytes);
    const split = splitDocument(document);
    chunks += split.length;
    sentences.push(...contextsOf(document.title, document.text, split));
  }
  return { sentences, chunks };
}

/** The vectors of texts, row by row, computed once for each model and list of texts and then read from the cache. */
export async function cachedVectors(
  name: string,
  fingerprint: string,
  texts: readonly string[],
  embed: (texts: string[]) => Promise<number[][]>,
): Promise<Float32Array> {
  const key = createHash('sha256')
    .update(JSON.stringify([fingerprint, texts]))
    .digest('hex')
    .slice(0, 16);
  const path = join(PLACES.cache, `${name}-${key}.f32`);
  if (!existsSync(path)) {
    const vectors = await embed([...texts]);
    mkdirSync(PLACES.cache, { recursive: true });
    writeFileSync(path, Float32Array.from(vectors.flat()));
  }
  return new Float32Array(new Uint8Array(readFileSync(path)).buffer);
}
