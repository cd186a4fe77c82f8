/** A piece of a text that fits the model: token ids with the special tokens around them. */
export interface Window {
  /** Which of the texts it belongs to. */
  text: number;
  ids: readonly number[];
}

/** The parts that every window of a text repeats. */
export interface Frame {
  /** Special tokens before and after the text, and the ids of the prefix. */
  head: readonly number[];
  prefix: readonly number[];
  tail: readonly number[];
}

const MAX_BATCH_TOKENS = 1024;
const MAX_BATCH_TEXTS = 16;

/**
 * Frames the ids of one text; ids beyond the model's limit go into further windows of about equal length, each with the prefix.
 * @param ids Ids of prefix and text without special tokens.
 * @param maxTokens Limit of one window, everything counted.
 */
export function splitIntoWindows(text: number, ids: readonly number[], frame: Frame, maxTokens: number): Window[] {
  const { head, prefix, tail } = frame;
  if (head.length + ids.length + tail.length <= maxTokens) return [{ text, ids: [...head, ...ids, ...tail] }];
  const prefixed = prefix.every((id, i) => ids[i] === id);
  const body = prefixed ? ids.slice(prefix.length) : ids;
  const room = maxTokens - head.length - prefix.length - tail.length;
  if (room < 1) throw new RangeError(`The prefix leaves no room for text in ${maxTokens} tokens.`);
  const count = Math.ceil(body.length / room);
  const size = Math.ceil(body.length / count);
  return Array.from({ length: count }, (_, i) => ({
    text,
    ids: [...head, ...prefix, ...body.slice(i * size, (i + 1) * size), ...tail],
  }));
}

/**
 * Groups windows of similar length: sorted by length, at most 16 a batch and at most 1,024 tokens a batch with its padding.
 * Padding wastes more than larger batches gain, and the memory of the largest batch is never returned.
 */
export function groupIntoBatches(windows: readonly Window[]): Window[][] {
  const sorted = [...windows].sort((a, b) => a.ids.length - b.ids.length);
  const batches: Window[][] = [];
  let batch: Window[] = [];
  for (const window of sorted) {
    const full = batch.length === MAX_BATCH_TEXTS || (batch.length + 1) * window.ids.length > MAX_BATCH_TOKENS;
    if (full && batch.length > 0) {
      batches.push(batch);
      batch = [];
    }
    batch.push(window);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
