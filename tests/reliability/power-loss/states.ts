import { createHash } from 'node:crypto';
import { seededRandom } from '../../support/vectors.ts';
import { Disk, FILE_LOSSES, NAME_LOSSES, type Image, type Loss, type Step } from './disk.ts';

/** What may be found when the power goes after some of the steps. */
export interface State {
  image: Image;
  /** Whether the run had been reported as done. */
  acknowledged: boolean;
  /** Which steps and which loss led here, to see it again. */
  story: string;
}

const MIXTURES = 8;

/** Every way the disk may look after any number of the steps, each once. */
export function* statesOf({ base, steps }: { base: readonly Step[]; steps: readonly Step[] }, seed: number): Generator<State> {
  const disk = new Disk();
  for (const step of base) disk.apply(step);
  const seen = new Set<string>();
  let acknowledged = false;
  for (const [at, step] of steps.entries()) {
    disk.apply(step);
    acknowledged ||= step.kind === 'acknowledge';
    for (const [name, loss] of lossesOf(seed + at)) {
      const image = disk.imageAfter(loss);
      const key = `${acknowledged} ${keyOf(image)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield { image, acknowledged, story: `step ${at} (${step.kind} ${'path' in step ? step.path : ''}), ${name}` };
    }
  }
}

/** All files alike and the names of the data directory and of those below alike, in every combination; and some where each is lost on its own. */
function* lossesOf(seed: number): Generator<[string, Loss]> {
  for (const files of FILE_LOSSES) {
    for (const names of NAME_LOSSES) {
      for (const inner of NAME_LOSSES) {
        const loss: Loss = { ofFile: () => files, ofNames: (path) => (path.includes('generation') ? inner : names) };
        yield [`files ${files}, names ${names}, names below ${inner}`, loss];
      }
    }
  }
  for (let mixture = 0; mixture < MIXTURES; mixture++) {
    const random = seededRandom(seed * MIXTURES + mixture);
    const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
    yield [`mixture ${seed * MIXTURES + mixture}`, { ofFile: () => oneOf(FILE_LOSSES), ofNames: () => oneOf(NAME_LOSSES) }];
  }
}

const digests = new WeakMap<Buffer, string>();

function keyOf(image: Image): string {
  return JSON.stringify([...image].map(([path, content]) => [path, content && digestOf(content)]).sort());
}

function digestOf(content: Buffer): string {
  const known = digests.get(content);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(content).digest('base64');
  digests.set(content, digest);
  return digest;
}
