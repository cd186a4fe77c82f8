import { decodeText } from '../decode.ts';
import { articlePart } from '../html/article.ts';
import { factsOf } from '../html/facts.ts';
import { parsePage } from '../html/parse.ts';
import { visibleText } from '../lines.ts';
import type { Block, Reader } from '../reader.ts';

/** Reads an HTML page: hidden text, scripts and menus off, one line a paragraph, metadata from its tags. */
export const readHtml: Reader = (bytes) => {
  const { text, warnings } = decodeText(bytes);
  const { page, tooDeep } = parsePage(visibleText(text));
  const { isArticle, ...found } = factsOf(page.facts);
  const title = shortTitle(found.title, page.blocks);
  const metadata = title === undefined ? found : { ...found, title };
  const { inside, around, marked } = articlePart(page.blocks, metadata.title);
  const notes = tooDeep ? ['elements are nested more than 500 deep; some of its menus may be read as text'] : [];
  return Promise.resolve({ blocks: inside, around, metadata, warnings: [...warnings, ...notes], page: isArticle || marked });
};

/** The h1 when the title is that and more (the name of the site). */
function shortTitle(title: string | undefined, blocks: Block[]): string | undefined {
  const headings = blocks.filter((block) => block.level === 1).slice(0, 5);
  return headings.find(({ text }) => text.length >= 4 && (title?.startsWith(text) || title?.endsWith(text)))?.text ?? title;
}
