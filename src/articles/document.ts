import { ArticleError } from '../errors.ts';
import type { Document, Heading } from '../types.ts';
import { clean } from './clean.ts';
import { credentialWarning } from './credentials.ts';
import { metadataOf } from './metadata.ts';
import { requireFewLines, type Block, type Reading } from './reader.ts';

/**
 * Makes the document of what a reader read: furniture off, lines joined, metadata filled in.
 * @throws ArticleError when nothing is left to read, or far too much.
 */
export function documentOf(source: string, { blocks, around = [], metadata, warnings, page }: Reading): Document {
  if (blocks.length === 0) throw new ArticleError('empty');
  requireFewLines(blocks.length);
  const cleaned = clean(blocks, { title: metadata.title, page });
  if (cleaned.kept.length === 0) throw new ArticleError('empty: it holds page furniture only');
  const facts = metadataOf(source, metadata, { kept: cleaned.kept, removed: [...cleaned.removed, ...around] });
  const { text, headings } = textOf(cleaned.kept, facts.title);
  return { source, ...facts, text, headings, warnings: [...warnings, ...credentialWarning(text)] };
}

/** The lines of the text, and where the headings stand; the title in a file without marked headings is one. */
function textOf(kept: Block[], title: string): { text: string; headings: Heading[] } {
  const headings: Heading[] = [];
  let start = 0;
  kept.forEach(({ text, level }, index) => {
    const isTitle = index === 0 && kept.length > 1 && text === title;
    if (level > 0 || isTitle) headings.push({ start, level: level || 1 });
    start += text.length + 1;
  });
  return { text: kept.map((block) => block.text).join('\n'), headings };
}
