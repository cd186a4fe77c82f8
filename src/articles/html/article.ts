import { classify, isBody } from '../classify.ts';
import { keyOf } from '../furniture-match.ts';
import type { Block } from '../reader.ts';
import type { PageBlock } from './page.ts';

export interface ArticlePart {
  /** The lines of the article and what stands among them. */
  inside: Block[];
  /** The rest of the page: it names the publisher and the day. */
  around: Block[];
  /** Whether the page marks the body of its article. */
  marked: boolean;
}

/** A part called "related" or "share" that holds more of the page's prose than this is the page itself. */
const MAX_AROUND = 0.35;
/** The body element must hold this share of the prose outside of menus. */
const MIN_BODY = 0.6;
/** A marked body that holds this share of all prose of the page is the article. */
const MIN_MARKED = 0.25;
/** An inner body element is preferred when it holds nearly all that the outer one holds. */
const INNER = 0.85;
const LINK = 0.8;
const LINK_RUN = 3;

/** Finds the article in a page: the element that says it holds the body, and the headings before it; without one, all that is not menu. */
export function articlePart(blocks: PageBlock[], title: string | undefined): ArticlePart {
  const prose = blocks.map((block) => (isBody(classify(block)) && block.links < LINK ? block.text.length : 0));
  const total = prose.reduce((sum, length) => sum + length, 0);
  const named = blocks.map((block) => block.around !== 0);
  const marked = bodyZone(blocks, prose, named);
  // Names are believed when a marked body is left beside them; comments may well be longer than the article.
  const believed = marked !== undefined && marked.sum >= total * MIN_MARKED;
  const whole = believed ? new Set<number>() : wholeZones(blocks, prose, total);
  const around = blocks.map((block) => block.around !== 0 && !whole.has(block.around));
  const body = (believed ? marked : bodyZone(blocks, prose, around))?.zone;
  const keep =
    body === undefined ? blocks.map((_, index) => !around[index] && !isLinkList(blocks, index)) : bodyAndHeadings(blocks, around, body, title);
  return {
    inside: blocks.filter((_, index) => keep[index]),
    around: blocks.filter((_, index) => !keep[index]),
    marked: body !== undefined,
  };
}

/** Parts that by their name stand around the article but hold too much of the page for that. */
function wholeZones(blocks: PageBlock[], prose: number[], total: number): Set<number> {
  const sums = new Map<number, number>();
  blocks.forEach(({ around }, index) => sums.set(around, (sums.get(around) ?? 0) + (prose[index] ?? 0)));
  const whole = [...sums].filter(([zone, sum]) => zone !== 0 && sum > total * MAX_AROUND && sum > (sums.get(0) ?? 0) / 2);
  return new Set(whole.map(([zone]) => zone));
}

/** The body element that holds most of the prose, the innermost of those that hold about as much. */
function bodyZone(blocks: PageBlock[], prose: number[], around: boolean[]): { zone: number; sum: number } | undefined {
  const sums = new Map<number, number>();
  let total = 0;
  blocks.forEach(({ bodies }, index) => {
    const length = around[index] ? 0 : (prose[index] ?? 0);
    total += length;
    for (const body of bodies) sums.set(body, (sums.get(body) ?? 0) + length);
  });
  const most = Math.max(0, ...sums.values());
  if (most === 0 || most < total * MIN_BODY) return undefined;
  // Zones are numbered in the order they open: the last one is the innermost.
  const [zone, sum] = [...sums].filter(([, held]) => held >= most * INNER).at(-1) ?? [0, 0];
  return { zone, sum };
}

/** The body, and from the headline (the title, or the last h1 before the body) on what stands between. */
function bodyAndHeadings(blocks: PageBlock[], around: boolean[], body: number, title: string | undefined): boolean[] {
  const inside = blocks.map((block, index) => block.bodies.includes(body) && !around[index]);
  const first = inside.indexOf(true);
  const key = title ? keyOf(title) : '';
  const isTitle = ({ text }: PageBlock) => key !== '' && keyOf(text) === key;
  if (blocks.some((block, index) => inside[index] && (isTitle(block) || block.level === 1))) return inside;
  const before = blocks.slice(0, Math.max(0, first));
  const named = before.findLastIndex((block, index) => isTitle(block) && !around[index]);
  const headline = named !== -1 ? named : before.findLastIndex((block, index) => block.level === 1 && !around[index]);
  return inside.map((kept, index) => kept || (headline !== -1 && index >= headline && index < first && !around[index]));
}

/** A run of lines that are only links, which is a menu or a list of other articles. */
function isLinkList(blocks: PageBlock[], index: number): boolean {
  const isLink = (at: number) => (blocks[at]?.links ?? 0) >= LINK && blocks[at]?.level !== 1;
  if (!isLink(index)) return false;
  let run = 1;
  for (let at = index - 1; run < LINK_RUN && isLink(at); at--) run++;
  for (let at = index + 1; run < LINK_RUN && isLink(at); at++) run++;
  return run >= LINK_RUN;
}
