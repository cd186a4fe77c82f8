import { Parser } from 'htmlparser2';
import { requireFewLines } from '../reader.ts';
import { PageCollector } from './page.ts';

/** Deeper nesting is not kept track of. The parser's own stack costs time in the square of the depth. */
const MAX_DEPTH = 500;
const SLICE = 16_384;

export interface ParsedPage {
  page: PageCollector;
  /** Whether some elements were nested too deeply to be kept track of. */
  tooDeep: boolean;
}

/**
 * Streams a page through htmlparser2. The text goes in slices that end before a tag: when the open elements pile up beyond
 * any real page, a new parser takes over for the rest, so that the time stays linear and no text is lost.
 * @throws ArticleError when the page has more lines than any article.
 */
export function parsePage(html: string): ParsedPage {
  const page = new PageCollector();
  let parser = newParser(page);
  let tooDeep = false;
  let comment = false;
  for (let from = 0; from < html.length;) {
    const to = sliceEnd(html, from);
    const slice = html.slice(from, to);
    parser.write(slice);
    from = to;
    requireFewLines(page.blocks.length);
    comment = endsInComment(slice, comment);
    if (page.depth > MAX_DEPTH && !comment && !page.isRaw) {
      tooDeep = true;
      page.end();
      page.forget();
      parser = newParser(page);
    }
  }
  parser.end();
  page.end();
  return { page, tooDeep };
}

function newParser(page: PageCollector): Parser {
  return new Parser(
    {
      onopentag: (name, attributes) => {
        page.open(name, attributes);
      },
      onclosetag: (name) => {
        page.close(name);
      },
      ontext: (text) => {
        page.text(text);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
}

/** Whether a comment may be open at the end of a slice: a new parser would take the rest of it for text. */
function endsInComment(slice: string, before: boolean): boolean {
  const opened = slice.lastIndexOf('<!--');
  const closed = slice.lastIndexOf('-->');
  return opened === closed ? before : opened > closed;
}

function sliceEnd(html: string, from: number): number {
  const end = from + SLICE;
  if (end >= html.length) return html.length;
  const tag = html.lastIndexOf('<', end);
  return tag > from ? tag : end;
}
