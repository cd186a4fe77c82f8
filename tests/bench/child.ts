import { BENCHMARKS } from './benchmarks.ts';
import type { Measurement } from './benchmark.ts';

/** What a child sends when it is done. Its peak holds the program itself, about 100 MB. */
export interface ChildResult {
  measurements: Measurement[];
  peakMegabytes: number;
}

/** One part of one benchmark, named by the command line: prepare, run, or memory:<name>. */
async function runPart(name: string | undefined, part: string | undefined): Promise<Measurement[]> {
  const benchmark = BENCHMARKS.find((each) => each.name === name);
  if (!benchmark || part === undefined) throw new Error(`There is no part ${part ?? ''} of ${name ?? ''}.`);
  const note = (text: string): void => {
    process.stderr.write(`${benchmark.name}: ${text}\n`);
  };
  if (part === 'run') return benchmark.run(note);
  if (part === 'prepare') await benchmark.prepare?.(note);
  else await benchmark.memory?.[part.slice('memory:'.length)]?.();
  return [];
}

const measurements = await runPart(process.argv[2], process.argv[3]);
const result: ChildResult = { measurements, peakMegabytes: process.resourceUsage().maxRSS / 1024 };
process.send?.(result, () => {
  process.disconnect();
});
