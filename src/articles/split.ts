/** Documents → chunks: runs of whole sentences, long enough to be understood and short enough to be shown. */

import type { Chunk, Document } from '../types.ts';
import { findBreaks } from './split-breaks.ts';
import { unitsOf } from './split-units.ts';
import type { Unit } from './split-units.ts';

/** Part of an index's fingerprint: whatever changes the sentences or chunks of any text changes it. */
export const SPLITTER_VERSION = 'split-1';

export interface SplitOptions {
  /** Weight that a chunk should have: a Hangul or Hanja character counts 1, any other ½. */
  target?: number;
  /** Weight that a chunk of several sentences never exceeds. */
  maximum?: number;
}

const TARGET = 450;
const MAXIMUM = 700;
/** UTF-16 units that a chunk never exceeds, so that one message can show it. */
const LONGEST_CHUNK = 1000;

/**
 * Splits a document into chunks. Every sentence is in exactly one chunk, in order and whole. Chunks begin at headings, interview questions
 * and paragraphs rather than inside a paragraph; a heading or a question stays with what follows it; the last chunk is not a remnant.
 */
export function splitDocument(document: Document, options: SplitOptions = {}): Chunk[] {
  const { target = TARGET, maximum = MAXIMUM } = options;
  const units = unitsOf(document);
  return findBreaks(units, { target, maximum, longest: LONGEST_CHUNK }).map(({ start, end }) => chunkOf(units.slice(start, end)));
}

/** The sections are those of the first sentence that is not a heading itself: the titles that follow are in the chunk's text. */
function chunkOf(units: readonly Unit[]): Chunk {
  return {
    start: units[0]?.start ?? 0,
    end: units.at(-1)?.end ?? 0,
    headings: (units.find((unit) => !unit.isHeading) ?? units.at(-1))?.headings ?? [],
    sentences: units.map(({ start, end }) => ({ start, end })),
  };
}
