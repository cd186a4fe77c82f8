import { isBody, isFurniture, type Line } from './classify.ts';
import { endsWithEllipsis } from '../text/shape.ts';

/** The article goes on after a notice only when at least this many paragraphs of running text follow. */
const RESUMES = 3;

/**
 * Tells which lines at and after the end of the body stay. Comments and copyright notices end an article for good; lists of
 * other articles, share rows and subscription boxes end it until running text comes again.
 */
export function keepsFooter(lines: Line[], bodyStart: number): (index: number) => boolean {
  const end = hardEnd(lines, bodyStart);
  const dropped = new Set<number>();
  let open = false;
  for (let index = bodyStart + 1; index < end; index++) {
    const line = lines[index];
    if (!line) continue;
    if (opensList(line)) open = true;
    else if (resumes(lines, index, end)) open = false;
    if (open) dropped.add(index);
  }
  const last = lines.findLastIndex((line, index) => index < end && !dropped.has(index) && line.kind === 'prose');
  const tail = lines.findIndex((line, index) => index > last && index < end && (isFurniture(line) || (line.kind === 'byline' && last >= bodyStart)));
  return (index) => index < end && !dropped.has(index) && (tail === -1 || index < tail || last < bodyStart);
}

/** The first line that ends the article for good, or the number of lines. */
function hardEnd(lines: Line[], bodyStart: number): number {
  let before = 0;
  for (let index = bodyStart; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    if (isBody(line)) before++;
    if (endsForGood(line) && before > 0 && !goesOn(lines, index, before)) return index;
  }
  return lines.length;
}

function endsForGood(line: Line): boolean {
  return line.kind === 'notice' || line.kind === 'comment' || line.kind === 'imprint';
}

/** Whether an article follows: a toolbar after the first paragraph, or a second article in the same file. */
function goesOn(lines: Line[], from: number, before: number): boolean {
  let after = 0;
  let run = 0;
  let longest = 0;
  for (const line of lines.slice(from + 1)) {
    if (isBody(line)) {
      after++;
      run++;
      longest = Math.max(longest, run);
    } else if (isFurniture(line)) run = 0;
  }
  return longest >= RESUMES && after >= before / 2;
}

function opensList(line: Line): boolean {
  return line.kind === 'related' || line.kind === 'subscribe';
}

/** Running text, not the teaser of another article (a link, or cut off with an ellipsis). */
function resumes(lines: Line[], index: number, end: number): boolean {
  const line = lines[index];
  return line !== undefined && index < end && isBody(line) && line.block.links < 0.5 && !endsWithEllipsis(line.block.text);
}
