import { cpus } from 'node:os';
import Table from 'cli-table3';
import type { Measurement } from './benchmark.ts';
import { isReached } from './measure.ts';

/** The result of one benchmark; peak memory in megabytes by part. */
export interface BenchmarkReport {
  name: string;
  measurements: Measurement[];
  peakMegabytes: Record<string, number>;
  /** Why it could not be measured; null when it was. */
  failure: string | null;
}

/** The reports as a table, one row a ratio. */
export function tableOf(reports: readonly BenchmarkReport[]): string {
  const table = new Table({
    head: ['benchmark', 'ratio of', 'ratio', 'goal', 'reached', 'medians', 'peak MB'],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [15, 36, 8, 9, 9, 38, 16],
  });
  for (const { name, measurements, peakMegabytes, failure } of reports) {
    if (failure !== null) table.push([name, failure, '', '', 'failed', '', '']);
    for (const { what, ratio, goal, medians } of measurements) {
      const wanted = goal ? `${goal.at === 'most' ? '≤' : '≥'} ${goal.value}` : '';
      const reached = goal ? (isReached(ratio, goal) ? 'yes' : 'NO') : '';
      table.push([name, what, digits(ratio), wanted, reached, valuesOf(medians), valuesOf(peakMegabytes)]);
    }
  }
  return table.toString();
}

/** The reports as JSON, with the kind of machine but not its name. */
export function jsonOf(reports: readonly BenchmarkReport[]): string {
  const results = reports.map(({ measurements, ...report }) => ({
    ...report,
    measurements: measurements.map((each) => ({ ...each, reached: each.goal ? isReached(each.ratio, each.goal) : null })),
  }));
  return JSON.stringify({ node: process.version, architecture: process.arch, cores: cpus().length, results });
}

function valuesOf(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${digits(value)}`)
    .join('\n');
}

/** Three digits that matter. */
function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
