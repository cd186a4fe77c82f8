import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const tests = join(import.meta.dirname, '..');
const page = readFileSync(join(tests, '../docs/reliability.md'), 'utf8');
/** The rows of the acceptance table, by what can go wrong: articles, Discord, a language model, disks and processes; and the goals. */
const ROWS = Object.entries({ A: 36, D: 26, L: 11, S: 19, G: 20 }).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
);
/** "L2–L6, A32: …" at the beginning of a test's name. */
const NAMED = /['`]((?:[ADGLS]\d{1,2}(?:–[ADGLS]?\d{1,2})?(?:, )?)+)[: ]/gu;

/** The suites that name a row, by row, as paths below tests/ without their ending. */
const suites = new Map<string, Set<string>>();
for (const path of readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'))) {
  for (const [, names = ''] of readFileSync(join(tests, path), 'utf8').matchAll(NAMED)) {
    for (const row of names.split(', ').flatMap(rowsOf)) {
      suites.set(row, (suites.get(row) ?? new Set()).add(path.replace(/\.test\.ts$/, '')));
    }
  }
}

function rowsOf(names: string): string[] {
  const [, letter = '', from = '', to = from] = /^([A-Z])(\d+)(?:–[A-Z]?(\d+))?$/.exec(names) ?? [];
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => `${letter}${Number(from) + index}`);
}

describe('docs/reliability.md', () => {
  it.each(ROWS.filter((row) => !row.startsWith('G')))('names suites for %s that name it, too', (row) => {
    const shownBy = new RegExp(`^\\| ${row} +\\|.*\\|([^|]*)\\|$`, 'm').exec(page)?.[1] ?? '';
    const named = Array.from(shownBy.matchAll(/`([^`]+)`/g), ([, suite = '']) => suite);
    expect(named).not.toEqual([]);
    expect(named.filter((suite) => !suites.get(row)?.has(suite))).toEqual([]);
  });

  it.each(ROWS.filter((row) => row.startsWith('G')))('has a line for %s', (row) => {
    expect(page).toMatch(new RegExp(`^\\| ${row} +\\|`, 'm'));
  });
});
