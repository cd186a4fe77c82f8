/** Where chunks begin: a dynamic program over sentences, as Knuth and Plass, "Breaking Paragraphs into Lines" (1981). */

import type { Span } from '../types.ts';
import type { Break, Unit } from './split-units.ts';

export interface Limits {
  /** Weight that a chunk should have. */
  target: number;
  /** Weight that a chunk of several sentences never exceeds. */
  maximum: number;
  /** UTF-16 units that a chunk of several sentences never exceeds. */
  longest: number;
}

/** What it costs to begin a chunk there; the unit is ((weight − target) ÷ target)². */
const COST: Record<Break, number> = { section: 0, question: 0.05, paragraph: 0.1, sentence: 0.4, severs: 100 };
/** A section that begins inside a chunk. */
const CROSSED_SECTION = 0.15;
/** A last chunk below a quarter of the target. */
const TINY_LAST = 50;
const TINY = 0.25;

/** The cheapest sequence of chunks: half-open ranges of indexes that partition the units. */
export function findBreaks(units: readonly Unit[], limits: Limits): Span[] {
  const costs = [0];
  const starts = [0];
  for (let end = 1; end <= units.length; end += 1) {
    let cheapest = Infinity;
    for (const { start, cost } of candidates(units, end, limits)) {
      const total = (costs[start] ?? 0) + cost;
      if (total >= cheapest) continue;
      cheapest = total;
      starts[end] = start;
    }
    costs.push(cheapest);
  }
  return traceBack(starts, units.length);
}

/** Every chunk that may end before the given index, with its cost. One sentence alone is always allowed. */
function* candidates(units: readonly Unit[], end: number, limits: Limits): Generator<{ start: number; cost: number }> {
  const textEnd = units[end - 1]?.end ?? 0;
  let weight = 0;
  let crossed = 0;
  for (let start = end - 1; start >= 0; start -= 1) {
    const unit = units[start];
    if (unit === undefined) return;
    weight += unit.weight;
    const isWithin = weight <= limits.maximum && textEnd - unit.start <= limits.longest;
    if (!isWithin && start < end - 1) return;
    const isTinyLast = end === units.length && start > 0 && weight < TINY * limits.target;
    const breakCost = start === 0 ? 0 : COST[unit.break];
    const cost = (weight / limits.target - 1) ** 2 + breakCost + crossed * CROSSED_SECTION + (isTinyLast ? TINY_LAST : 0);
    yield { start, cost };
    if (unit.break === 'section') crossed += 1;
  }
}

function traceBack(starts: readonly number[], end: number): Span[] {
  const ranges: Span[] = [];
  let rest = end;
  while (rest > 0) {
    const start = starts[rest] ?? 0;
    ranges.push({ start, end: rest });
    rest = start;
  }
  return ranges.toReversed();
}
