import { fork } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../../src/errors.ts';
import type { Benchmark } from './benchmark.ts';
import { BENCHMARKS } from './benchmarks.ts';
import type { ChildResult } from './child.ts';
import { jsonOf, tableOf, type BenchmarkReport } from './report.ts';

const USAGE = 'npm run bench -- [--only <name>]… [--list] [--json]';

/** Runs one part of a benchmark in a process of its own; its notes go to standard error. */
function runInChild(name: string, part: string): Promise<ChildResult> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'child.ts'), [name, part], { stdio: ['ignore', 2, 2, 'ipc'] });
    let result: ChildResult | undefined;
    child.once('message', (message) => {
      result = message as ChildResult;
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (result && code === 0) resolve(result);
      else reject(new Error(`${name}, ${part}: ended with ${signal ?? `exit code ${code ?? ''}`}; see above`));
    });
  });
}

async function measure({ name, prepare, memory }: Benchmark): Promise<BenchmarkReport> {
  const report: BenchmarkReport = { name, measurements: [], peakMegabytes: {}, failure: null };
  try {
    if (prepare) await runInChild(name, 'prepare');
    const { measurements, peakMegabytes } = await runInChild(name, 'run');
    report.measurements = measurements;
    if (!memory) report.peakMegabytes['peak'] = peakMegabytes;
    for (const each of Object.keys(memory ?? {})) {
      report.peakMegabytes[each] = (await runInChild(name, `memory:${each}`)).peakMegabytes;
    }
  } catch (error) {
    report.failure = messageOf(error);
  }
  return report;
}

/** The benchmarks that are named, or all that do not have to be. */
function chosen(names: readonly string[]): Benchmark[] {
  const unknown = names.filter((name) => !BENCHMARKS.some((each) => each.name === name));
  if (unknown.length > 0) throw new Error(`There is no benchmark ${unknown.join(', ')}. --list shows them all.`);
  return BENCHMARKS.filter(({ name, onlyByName }) => (names.length > 0 ? names.includes(name) : !onlyByName));
}

async function main(): Promise<void> {
  const { only, list, json } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      list: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  }).values;
  if (list) {
    for (const { name, about, onlyByName } of BENCHMARKS) {
      process.stdout.write(`${name.padEnd(15)}${about}${onlyByName ? ' (only when named)' : ''}\n`);
    }
    return;
  }
  const reports: BenchmarkReport[] = [];
  for (const benchmark of chosen(only)) {
    process.stderr.write(`${benchmark.name}: ${benchmark.about}\n`);
    reports.push(await measure(benchmark));
  }
  process.stdout.write(`${json ? jsonOf(reports) : tableOf(reports)}\n`);
  if (reports.some(({ failure }) => failure !== null)) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\nUsage: ${USAGE}\n`);
  process.exitCode = 2;
}
