/**
 * Reads files one by one, as an index run does up to the chunks, and writes a line of JSON for each: what became of it, the seconds
 * of processor time it took (other programs share the machine), and the most memory (MB) that the process held meanwhile. Arguments: the folder, the most bytes of a file. Standard input: a JSON
 * array of paths in the folder.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle, readArticle } from '../../../src/articles/load.ts';
import { splitDocument } from '../../../src/articles/split.ts';
import { ArticleError } from '../../../src/errors.ts';
import type { Document } from '../../../src/types.ts';
import type { Reading } from './read-alone.ts';

const [folder = '', maxBytes = ''] = process.argv.slice(2);
const sources = JSON.parse(readFileSync(0, 'utf8')) as string[];

async function read(source: string): Promise<Pick<Reading, 'document' | 'reason' | 'chunks'>> {
  try {
    const { bytes } = await readArticle({ path: join(folder, source) }, { maxBytes: Number(maxBytes) });
    const document = await parseArticle(source, bytes);
    return {
      document: shortened(document),
      chunks: splitDocument(document).map(({ start, end }) => document.text.slice(start, end).isWellFormed()),
    };
  } catch (error) {
    if (error instanceof ArticleError) return { reason: error.message };
    throw error;
  }
}

/** The sentence that is looked for stands at the beginning of a text or, behind many open elements, at its end. */
function shortened(document: Document): Document {
  const { text } = document;
  return text.length < 20_000 ? document : { ...document, text: `${text.slice(0, 10_000)}${text.slice(-10_000)}` };
}

/** The highest memory since it was last reset, in MB; without /proc what it is now. */
function peak(): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return process.memoryUsage().rss / 2 ** 20;
  }
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function resetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // The peak of all files so far is no less than that of the next one.
  }
}

for (const source of sources) {
  resetPeak();
  process.stdout.write(`${JSON.stringify({ source, begun: true })}\n`);
  const before = process.cpuUsage();
  const result = await read(source);
  process.stdout.write(`${JSON.stringify({ source, ...result, seconds: secondsSince(before), megabytes: peak() })}\n`);
}
