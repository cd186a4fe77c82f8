import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { compareReports, parseFormer } from '../../src/eval/compare.ts';
import { figuresOf, type Outcome } from '../../src/eval/score.ts';
import type { SetReport } from '../../src/eval/sets.ts';
import { outcome } from './outcomes.ts';

function report(...outcomes: Outcome[]): SetReport {
  return { name: 'own', figures: figuresOf(outcomes), outcomes };
}

const before = [
  report(
    outcome({ id: '1', right: true, shown: true }),
    outcome({ id: '2', right: false, shown: false }),
    outcome({ id: '3', answerable: false, level: 'answered' }),
  ),
];
const after = [
  report(
    outcome({ id: '1', right: false, shown: false }),
    outcome({ id: '2', right: true, shown: true }),
    outcome({ id: '3', answerable: false, level: 'unanswered' }),
  ),
];
const former = parseFormer(JSON.stringify(before), 'before.json');

describe('the comparison with a former report', () => {
  it('lists the questions that were right and are wrong, and the other way round', () => {
    const [comparison] = compareReports(former, after);
    expect(comparison?.toWrong.map(({ id }) => id)).toEqual(['1']);
    expect(comparison?.toRight.map(({ id }) => id)).toEqual(['2', '3']);
  });

  it('names the figures that changed, and only these', () => {
    const names = compareReports(former, after)[0]?.figures.map(({ name }) => name) ?? [];
    expect(names).toContain('refused');
    expect(names).not.toContain('questions');
    expect(compareReports(former, before)[0]).toMatchObject({ figures: [], toWrong: [], toRight: [] });
  });

  it('leaves out sets that one of the reports does not have', () => {
    expect(compareReports(former, [{ ...report(), name: 'another' }])).toEqual([]);
  });

  it('refuses a file that is no report, and says how to make one', () => {
    expect(() => parseFormer('{"name": 1}', 'x.json')).toThrow(UsageError);
    expect(() => parseFormer('not JSON', 'x.json')).toThrow(/--json > report\.json/);
  });
});
