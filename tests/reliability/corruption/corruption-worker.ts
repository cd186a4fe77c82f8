/** Damages stored things and opens them, as it is told to: a process of its own, since a damaged file may end it. */
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../../src/errors.ts';
import { seededRandom } from '../../support/vectors.ts';
import { say, serve } from '../worker/serve.ts';
import { indexSubject } from './index-subject.ts';
import { journalSubject } from './journal-subject.ts';
import { modelSubject } from './model-subject.ts';
import { storeSubject } from './store-subject.ts';
import { sameBytes, type Subject } from './subject.ts';

const SUBJECTS = { index: indexSubject, journal: journalSubject, store: storeSubject, model: modelSubject };
export type SubjectName = keyof typeof SUBJECTS;

/** Opens mutants from one number on, until so many were opened. */
export interface CorruptionRequest {
  subject: SubjectName;
  directory: string;
  from: number;
  wanted: number;
}

/** What became of one mutant. Those that came out unchanged are not told of. */
export interface Verdict {
  mutant: number;
  how: string;
  outcome: string;
  problem: string | null;
}

serve((request) => open(request as CorruptionRequest));

async function open({ subject, directory, from, wanted }: CorruptionRequest): Promise<void> {
  const part = SUBJECTS[subject];
  const [whole, copy] = [join(directory, 'whole'), join(directory, 'copy')];
  if (!existsSync(whole)) {
    mkdirSync(whole);
    await part.make(whole);
  }
  for (let mutant = from, opened = 0; opened < wanted; mutant++) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(whole, copy, { recursive: true });
    const how = part.spoil(copy, whole, seededRandom(mutant));
    if (sameBytes(copy, whole)) continue;
    opened += 1;
    say({ mutant, how, ...(await outcomeOf(part, copy, whole)) } satisfies Verdict);
  }
}

async function outcomeOf(part: Subject, copy: string, whole: string): Promise<Pick<Verdict, 'outcome' | 'problem'>> {
  try {
    return { outcome: await part.open(copy, whole), problem: null };
  } catch (error) {
    return { outcome: 'accepted', problem: messageOf(error) };
  }
}
