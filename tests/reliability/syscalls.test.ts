import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryDirectory } from '../support/memory-directory.ts';
import { bundle, type Bundle } from '../support/bundle.ts';
import { putFiles } from '../support/index-fixtures.ts';
import { times } from './scale.ts';
import { SCENARIOS, type Scenario } from './syscalls/scenarios.ts';
import {
  callsIn,
  runWithFault,
  straceReasonMissing,
  wasReached,
  watch,
  type Fault,
  type Injection,
  type Syscall,
} from './syscalls/strace.ts';
import type { IndexRequest } from './worker/index-worker.ts';
import { Worker, type Outcome } from './worker/worker.ts';

const FAULTS: readonly Fault[] = ['KILL', 'EIO', 'ENOSPC', 'LOST'];
/** How many calls of each name are hit in each scenario. */
const POINTS: Readonly<Record<Fault, number>> = {
  KILL: times({ ci: 2, nightly: Infinity }),
  EIO: times({ ci: 3, nightly: Infinity }),
  ENOSPC: times({ ci: 2, nightly: Infinity }),
  LOST: times({ ci: 8, nightly: Infinity }),
};

const missing = straceReasonMissing();
const isRequired = process.env['CI'] !== undefined;
if (missing !== null) console.warn(`G1 cannot run: ${missing}`);

it.runIf(isRequired)('G1: strace can be used', () => {
  expect(missing).toBeNull();
});

describe.skipIf(missing !== null)(`G1: a fault at a file call${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let program: Bundle;
  let spare: Worker<IndexRequest>;
  const used = new Set<Worker<IndexRequest>>();

  beforeAll(async () => {
    program = await bundle(join(import.meta.dirname, 'worker/index-worker.ts'));
    spare = new Worker(program);
  });
  afterAll(async () => {
    for (const worker of [...used, spare]) await worker.kill();
    program.remove();
  });

  /** A fresh process, which was starting in the meantime. */
  function fresh(): Worker<IndexRequest> {
    const worker = spare;
    spare = new Worker(program);
    used.add(worker);
    return worker;
  }

  /** Runs a scenario in a process, with or without a fault. */
  async function run(worker: Worker<IndexRequest>, scenario: Scenario, injection?: Injection) {
    scenario.reset();
    await worker.call({ task: 'ready' });
    const watching = await watch(worker.pid, scenario.paths, injection);
    const outcome = await worker.call(scenario.request);
    return { outcome, lines: await watching.end() };
  }

  /** Throws when the promise was broken. */
  async function judge(scenario: Scenario, outcome: Outcome | undefined, { fault, syscall }: Injection): Promise<void> {
    if (fault !== 'KILL' && outcome === undefined) throw new Error('the process ended');
    if (fault === 'KILL' && outcome !== undefined) throw new Error('the process was not killed');
    if (outcome?.error?.message === '') throw new Error('the error says nothing');
    const mayLeave = ['unlink', 'rmdir', 'openat', 'close'].includes(syscall);
    if (outcome?.error && !mayLeave && scenario.leftovers().length > 0) throw new Error('a temporary directory is left');
    const state = await scenario.state();
    if (outcome && !outcome.error && state !== 'new') throw new Error('it was acknowledged and is not there');
    await scenario.again();
  }

  const reached = { KILL: 0, EIO: 0, ENOSPC: 0, LOST: 0 };
  const ends = { reported: 0, overcome: 0 };

  it.each(SCENARIOS)('S1, S3, S5: %s leaves the old or the new state, told truly, and the next run works', async (_, prepare) => {
    const scenario = await prepare(await memoryDirectory());
    let worker = fresh();
    for (const [syscall, returned] of callsIn((await run(worker, scenario)).lines)) {
      for (const injection of FAULTS.flatMap((fault) => injectionsOf(scenario, syscall, fault, returned))) {
        const { outcome, lines } = await run(worker, scenario, injection);
        const name = `${injection.fault} at ${syscall} ${injection.when} of ${returned.length}`;
        expect(wasReached(lines, injection), `${name} was not reached`).toBe(true);
        await judge(scenario, outcome, injection).catch((cause: unknown) => {
          throw new Error(`the promise is broken by ${name}`, { cause });
        });
        reached[injection.fault] += 1;
        if (outcome) ends[outcome.error ? 'reported' : 'overcome'] += 1;
        else worker = fresh();
      }
    }
  });

  it.each<[Syscall, Fault, string]>([
    ['fsync', 'EIO', 'sentences.i8'],
    ['write', 'ENOSPC', 'manifest.json'],
  ])('S3, S5: the command line says what failed, and ends with 1: %s %s', async (syscall, fault, file) => {
    const directory = await memoryDirectory();
    putFiles(directory, { 'articles/a.md': '첫 문장이다. 둘째 문장이다.' });
    const data = join(directory, 'data');
    const settings = { ARTICLES_DIR: join(directory, 'articles'), DATA_DIR: data, EMBEDDING_MODEL: 'none' };
    const injection = { syscall, fault, when: 1, returns: 0 };
    const run = runWithFault(
      ['--import', 'tsx', 'src/cli.ts', 'index'],
      { PATH: process.env['PATH'], ...settings },
      join(data, 'unpublished-generation-000001', file),
      injection,
    );
    expect(wasReached(run.stderr.split('\n'), injection)).toBe(true);
    expect(run.stderr).toMatch(fault === 'EIO' ? /EIO: i\/o error, fsync/ : /The disk is full/);
    expect(run).toMatchObject({ status: 1, stdout: '' });
    expect(readdirSync(data).filter((name) => !name.startsWith('index.lock'))).toEqual([]);
  });

  it('is reached often enough', () => {
    const { KILL, EIO, ENOSPC, LOST } = reached;
    const total = KILL + EIO + ENOSPC + LOST;
    const told = `${ends.reported} reported, ${ends.overcome} overcome`;
    console.info(
      `G1: ${total} faults reached: ${KILL} kills, ${EIO} EIO, ${ENOSPC} ENOSPC, ${LOST} lost writes (${told}); 0 lost, 0 mixed`,
    );
    expect(total).toBeGreaterThanOrEqual(times({ ci: 250, nightly: 1000 }));
    expect(Math.min(KILL, EIO, ENOSPC, ends.reported)).toBeGreaterThan(50);
    expect(LOST).toBeGreaterThan(20);
  });
});

/** The calls to hit, of all that were made: the first, the last and some between, or all. */
function injectionsOf({ losesWrites }: Scenario, syscall: Syscall, fault: Fault, returned: readonly number[]): Injection[] {
  if (fault === 'LOST' && !(losesWrites && /write/.test(syscall))) return [];
  const points = Math.min(returned.length, POINTS[fault]);
  // Databases are written for good at the end; what was lost before is written again.
  const first = fault === 'LOST' ? returned.length - points : 0;
  const last = returned.length - 1;
  return Array.from({ length: points }, (_, i) => {
    const at = points === 1 ? first : first + Math.round((i * (last - first)) / (points - 1));
    return { syscall, fault, when: at + 1, returns: returned[at] ?? 0 };
  });
}
