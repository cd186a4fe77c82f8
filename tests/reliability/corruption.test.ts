import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, type Bundle } from '../support/bundle.ts';
import { memoryDirectory } from '../support/memory-directory.ts';
import type { CorruptionRequest, SubjectName, Verdict } from './corruption/corruption-worker.ts';
import { times } from './scale.ts';
import { Worker } from './worker/worker.ts';

/** Mutants of each subject, for a change and for a night. */
const SHARES: readonly [subject: SubjectName, share: number, outcomes: string[]][] = [
  ['index', 0.6, ['the generation before', 'none', 'not needed']],
  ['journal', 0.15, ['some kept', 'none kept']],
  ['store', 0.15, ['set aside', 'refused']],
  ['model', 0.1, ['refused']],
];
const MUTANTS = times({ ci: 1000, nightly: 5000 });

describe('G4: damage', () => {
  let program: Bundle;
  const all = { opened: 0, accepted: 0, crashed: 0 };

  beforeAll(async () => {
    program = await bundle(join(import.meta.dirname, 'corruption/corruption-worker.ts'));
  });
  afterAll(() => {
    program.remove();
  });

  /** Opens so many mutants; a process that dies counts as one and is replaced. */
  async function verdictsOf(subject: SubjectName, wanted: number): Promise<{ verdicts: Verdict[]; crashes: string[] }> {
    const directory = await memoryDirectory();
    const verdicts: Verdict[] = [];
    const crashes: string[] = [];
    while (verdicts.length + crashes.length < wanted) {
      const worker = new Worker<CorruptionRequest>(program);
      const from = (verdicts.at(-1)?.mutant ?? 0) + crashes.length + 1;
      worker.send({ subject, directory, from, wanted: wanted - verdicts.length - crashes.length });
      const said = await untilDone(worker);
      verdicts.push(...said);
      const { code, signal, stderr } = await worker.kill();
      if (verdicts.length + crashes.length < wanted)
        crashes.push(`after mutant ${from + said.length - 1}: ${signal ?? code} ${stderr}`);
    }
    return { verdicts, crashes };
  }

  it.each(SHARES)('S6, S15: to the %s is noticed and survived, whatever it is', async (subject, share, outcomes) => {
    const { verdicts, crashes } = await verdictsOf(subject, MUTANTS * share);
    const accepted = verdicts.filter(({ problem }) => problem !== null);
    all.opened += verdicts.length;
    all.accepted += accepted.length;
    all.crashed += crashes.length;
    expect(accepted.slice(0, 5)).toEqual([]);
    expect(crashes.slice(0, 5)).toEqual([]);
    for (const outcome of outcomes)
      expect(verdicts.filter((each) => each.outcome === outcome).length, outcome).toBeGreaterThan(5);
  });

  it('is done often enough', () => {
    console.info(`G4: ${all.opened} mutants, ${all.accepted} accepted, ${all.crashed} crashed`);
    expect(all).toEqual({ opened: MUTANTS, accepted: 0, crashed: 0 });
  });
});

/** The verdicts of a process until it is done or dead. */
async function untilDone(worker: Worker<CorruptionRequest>): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (;;) {
    const line = await worker.line();
    if (line === undefined) return verdicts;
    const value = JSON.parse(line) as Verdict | { error?: { message: string } };
    if ('mutant' in value) verdicts.push(value);
    else if (value.error) throw new Error(value.error.message);
    else return verdicts;
  }
}
