import { lstatSync } from 'node:fs';
import type { FileSystem } from '../../../src/file-system.ts';
import { nodeFileSystem } from '../../../src/file-system.ts';
import { TracedFileSystem, type Call, type Name } from '../../support/traced-file-system.ts';

const MESSAGES = { ENOSPC: 'no space left on device', EIO: 'i/o error', EROFS: 'read-only file system' };
export type Code = keyof typeof MESSAGES;

/** The error that node:fs throws. */
export function systemError(code: Code, { name, path }: Call): Error {
  return Object.assign(new Error(`${code}: ${MESSAGES[code]}, ${name} '${path}'`), { code, syscall: name, path });
}

/** The real file system, but that nothing waits for the disk: no test below cuts the power. */
export const fast: FileSystem = { ...nodeFileSystem, fsyncSync: () => undefined };

/** Whether a call needs room on the disk, or changes what is on it. */
export const needsRoom = ({ name, flags }: Call): boolean =>
  name === 'write' || name === 'mkdir' || (name === 'open' && flags !== 'r');
export const changesDisk = (call: Call): boolean => needsRoom(call) || ['truncate', 'rename', 'rm'].includes(call.name);

/** How often a run makes each call. */
export class CountingFileSystem extends TracedFileSystem {
  readonly counts: Map<Name, number>;

  constructor() {
    const counts = new Map<Name, number>();
    super((call, work) => {
      counts.set(call.name, (counts.get(call.name) ?? 0) + 1);
      return work();
    }, fast);
    this.counts = counts;
  }
}

export interface Fault {
  /** Which call fails: the first, the second … of this name, or of all. */
  name: Name | 'any';
  at: number;
  code: Code;
  /** Which calls fail from then on. */
  then: (call: Call) => boolean;
}

/** Fails a call, and those that follow from it. A write that fails has written its first half. */
export class FailingFileSystem extends TracedFileSystem {
  readonly #state: { reached: boolean };

  constructor({ name, at, code, then }: Fault) {
    const state = { reached: false };
    let seen = 0;
    super((call, work) => {
      const isNext = !state.reached && (name === 'any' || call.name === name) && (seen += 1) === at;
      const fails = isNext || (state.reached && then(call));
      state.reached ||= isNext;
      if (fails) throw systemError(code, call);
      return work();
    }, fast);
    this.#state = state;
  }

  get reached(): boolean {
    return this.#state.reached;
  }
}

/** A disk with room for so many bytes. What native code wrote is weighed when it is forced to the disk. */
export class BudgetFileSystem extends TracedFileSystem {
  used = 0;
  readonly #budget: number;

  constructor(budget: number) {
    const weighed = new Set<string>();
    const own = new Set<string>();
    super((call, work) => {
      if (call.name === 'open' && call.flags !== 'r') own.add(call.path);
      if (call.name === 'fsync' && !own.has(call.path) && !weighed.has(call.path) && lstatSync(call.path).isFile()) {
        weighed.add(call.path);
        this.used += lstatSync(call.path).size;
        if (this.used > budget) throw systemError('ENOSPC', call);
      }
      return work();
    }, fast);
    this.#budget = budget;
  }

  override writeSync(file: number, bytes: Uint8Array, offset: number, length: number, position?: number): number {
    const room = Math.min(length, this.#budget - this.used);
    if (room <= 0) throw systemError('ENOSPC', { name: 'write', path: '' });
    const written = super.writeSync(file, bytes, offset, room, position);
    this.used += written;
    return written;
  }
}

/** A disk that takes few bytes at a time and says so, as the system may. */
export class SlowFileSystem extends TracedFileSystem {
  constructor() {
    super((_, work) => work(), fast);
  }

  override writeSync(file: number, bytes: Uint8Array, offset: number, length: number, position?: number): number {
    return super.writeSync(file, bytes, offset, Math.min(length, 100), position);
  }
}

/** A disk that reports success and keeps something else of one file: what `change` makes of the bytes written. */
export class LyingFileSystem extends TracedFileSystem {
  lies = 0;
  readonly #file: string;
  readonly #change: (bytes: Uint8Array) => Uint8Array;
  readonly #paths = new Map<number, string>();

  constructor(file: string, change: (bytes: Uint8Array) => Uint8Array) {
    super((_, work) => work(), fast);
    this.#file = file;
    this.#change = change;
  }

  override openSync(path: string, flags: 'r' | 'r+' | 'w' | 'wx'): number {
    const file = super.openSync(path, flags);
    this.#paths.set(file, path);
    return file;
  }

  override writeSync(file: number, bytes: Uint8Array, offset: number, length: number, position?: number): number {
    if (!this.#paths.get(file)?.endsWith(this.#file) || length === 0)
      return super.writeSync(file, bytes, offset, length, position);
    this.lies += 1;
    const kept = this.#change(bytes.slice(offset, offset + length));
    super.writeSync(file, kept, 0, kept.length, position);
    return length;
  }
}
