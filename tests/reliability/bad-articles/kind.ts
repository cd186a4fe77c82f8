import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { seededRandom } from '../../support/vectors.ts';

/** What a file is to lead to: a text that can be found, a reason why it is left out, or nothing at all (it is no article). */
export type Expected = Indexed | Skipped | 'unnoticed';

export interface Indexed {
  /** What the text is to hold. */
  text: string;
  /** What it must not hold. */
  without?: RegExp;
  title?: string;
  /** A warning of the index report; none is expected otherwise. */
  warning?: RegExp;
}

export interface Skipped {
  reason: RegExp;
}

export interface BadFile {
  /** Where it lies in the folder of articles. */
  path: string;
  /** What the index report calls it. */
  source: string;
  expected: Expected;
  /** Makes the file in a folder. */
  place: (folder: string) => void;
  /** Happens to it between being listed and being read. */
  meanwhile?: (path: string) => void;
  /** Happens to it between being read for its hash and being read for its text. */
  later?: (path: string) => void;
  /** Whether it can be handed to a reader by itself: not what only a walk through the folder meets. */
  alone: boolean;
  /** Whether it takes all the time that a file may take. */
  slow?: boolean;
}

/** A way in which files are bad, as one row of the acceptance table has it. */
export interface Kind {
  row: string;
  name: string;
  files: (make: Maker) => BadFile[];
}

/** How large the corpus is: the largest file that is read, in bytes, and how much of their full size the other large ones have. */
export interface Size {
  maxBytes: number;
  share: number;
}

/** Makes files whose names, words and bytes depend on the seed and the kind alone. */
export class Maker {
  /** Largest file that is read, in bytes. */
  readonly maxBytes: number;
  readonly folder: string;
  readonly random: () => number;
  readonly #share: number;
  #made = 0;

  constructor(folder: string, seed: number, { maxBytes, share }: Size) {
    this.folder = folder;
    this.maxBytes = maxBytes;
    this.#share = share;
    this.random = seededRandom(seed);
  }

  /** From 0 to below the limit. */
  integer(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  /** A number of repetitions at the size of the corpus. */
  count(full: number): number {
    return Math.ceil(full * this.#share);
  }

  pick<Value>(values: readonly Value[]): Value {
    return values[this.integer(values.length)]!;
  }

  bytes(length: number): Buffer {
    return Buffer.from(Uint8Array.from({ length }, () => this.integer(256)));
  }

  /** A name that no other file holds: any four Hangul syllables. */
  name(): string {
    return String.fromCodePoint(...range(4).map(() => 0xac00 + this.integer(11_172)));
  }

  /** A file of the kind's own folder, of which nothing is special but its bytes. */
  file(extension: string, content: string | Buffer, expected: Expected): BadFile {
    return this.at(`${this.folder}/${(this.#made += 1)}.${extension}`, content, expected);
  }

  /** A file at a path of its own. */
  at(path: string, content: string | Buffer, expected: Expected): BadFile {
    return this.placed(path, expected, (whole) => {
      writeFileSync(whole, content);
    });
  }

  /** Something that is not made by writing bytes. @param alone whether it can be read without a walk that comes to it */
  placed(path: string, expected: Expected, make: (path: string) => void, alone = true): BadFile {
    return {
      ...{ path, source: path, expected, alone },
      place: (folder) => {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        make(join(folder, path));
      },
    };
  }
}

/** A sentence about a place of that name, and a question that only it answers. */
export const sentenceOf = (name: string) => `${name}항의 방파제 공사가 월요일에 끝났다고 시가 밝혔다.`;
export const questionOf = (name: string) => `${name}항의 방파제 공사는 언제 끝났나요?`;

/** Several files of a kind: one for each of the values. */
export function each<Value>(values: readonly Value[], one: (value: Value, index: number) => BadFile): BadFile[] {
  return values.map(one);
}

/** 0, 1, 2 … below a number. */
export const range = (count: number) => Array.from({ length: count }, (_, index) => index);
