/** Messages longer than Discord takes. */

import { findCuts } from './split-cuts.ts';
import type { Cut } from './split-cuts.ts';

/** Discord's limit for the content of a message. It counts code points: UTF-16 units are never fewer. */
const MESSAGE_LIMIT = 2000;
/** Room for what is closed and opened at a cut, beside a character. */
const SMALLEST_LIMIT = 100;

/**
 * Splits Markdown into messages of at most `limit` UTF-16 units; none is empty. Cuts where a paragraph ends, else a line, a sentence,
 * a word, a character: the best place in the second half of what fits. Escapes, links and addresses up to half of the limit stay whole;
 * code fences, **bold** within a line and the beginnings of lines (block quote, subtext, heading) are closed and opened again.
 * Only white space at the cuts is lost. Linear.
 */
export function splitMessage(markdown: string, limit = MESSAGE_LIMIT): string[] {
  if (!Number.isInteger(limit) || limit < SMALLEST_LIMIT) throw new RangeError(`a limit of ${limit}: at least ${SMALLEST_LIMIT}`);
  const cuts = findCuts(markdown, Math.floor(limit / 2));
  const parts: string[] = [];
  for (let index = 0; index < cuts.length - 1;) {
    const next = findNext(cuts, index, limit);
    const [from, to] = [cuts[index], cuts[next]];
    if (from && to) parts.push(from.opening + markdown.slice(from.at, to.end) + to.closing);
    index = next;
  }
  return parts;
}

/** The index of the cut at which a part that begins at a cut ends. */
function findNext(cuts: readonly Cut[], index: number, limit: number): number {
  const from = cuts[index];
  let last = index + 1;
  let best: { next: number; rank: number } | null = null;
  for (let next = index + 1; from && next < cuts.length; next += 1) {
    const to = cuts[next];
    const length = to ? to.end - from.at : Infinity;
    if (!to || length > limit) break;
    if (from.opening.length + length + to.closing.length > limit) continue;
    last = next;
    if (length >= limit / 2 && (best === null || to.rank <= best.rank)) best = { next, rank: to.rank };
  }
  return last === cuts.length - 1 ? last : (best?.next ?? last);
}
