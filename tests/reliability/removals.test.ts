import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REMOVALS } from '../long/sanity/removals.ts';

/** What the goal wants to be removed at least. */
const FEWEST = 17;

describe('G20: the list of safety checks that are taken out at night', () => {
  it.each(REMOVALS)('$row: $what stands once in $file, and its suite exists', ({ file, find, replace, test }) => {
    expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2);
    expect(replace).not.toBe(find);
    expect(existsSync(test)).toBe(true);
  });

  it('is long enough', () => {
    expect(REMOVALS.length).toBeGreaterThanOrEqual(FEWEST);
  });
});
