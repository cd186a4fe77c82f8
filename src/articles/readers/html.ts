import { decodeText } from '../decode.ts';
import { articlePart } from '../html/article.ts';
import { factsOf } from '../html/facts.ts';
import { parsePage } from '../html/parse.ts';
import { visibleText } from '../lines.ts';
import type { Reader } from '../reader.ts';

/** Reads an HTML page: hidden text, scripts and menus off, one line a paragraph, metadata from its tags. */
export const readHtml: Reader = (bytes) => {
  const { text, warnings } = decodeText(bytes);
  const { page, tooDeep } = parsePage(visibleText(text));
  const { isArticle, ...metadata } = factsOf(page.facts);
  const { inside, around, marked } = articlePart(page.blocks, metadata.title);
  const notes = tooDeep ? ['elements are nested more than 500 deep; some of its menus may be read as text'] : [];
  return Promise.resolve({ blocks: inside, around, metadata, warnings: [...warnings, ...notes], page: isArticle || marked });
};
