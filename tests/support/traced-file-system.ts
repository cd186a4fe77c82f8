import { nodeFileSystem, type FileSystem } from '../../src/file-system.ts';

export type Name = 'open' | 'write' | 'truncate' | 'fsync' | 'close' | 'rename' | 'mkdir' | 'rm';

/** One call of a file system and the path it is about. */
export interface Call {
  name: Name;
  path: string;
  /** Of `open`. */
  flags?: string;
  /** Of `rename`. */
  to?: string;
  /** Of `write`: what is written and where. */
  bytes?: Uint8Array;
  position?: number;
  /** Of `truncate`. */
  length?: number;
}

/** What happens instead of a call; `work` does the call and returns its result. */
export type Perform = <Result>(call: Call, work: () => Result) => Result;

/** The real file system, or another one; every call passes through a function that may look, refuse, or do more. Knows what is open. */
export class TracedFileSystem implements FileSystem {
  readonly #open = new Map<number, { path: string; end: number }>();

  readonly #perform: Perform;
  readonly #beneath: FileSystem;

  constructor(perform: Perform, beneath: FileSystem = nodeFileSystem) {
    this.#perform = perform;
    this.#beneath = beneath;
  }

  /** Paths of the files that are open. */
  get openPaths(): string[] {
    return [...this.#open.values()].map(({ path }) => path);
  }

  openSync(path: string, flags: 'r' | 'r+' | 'w' | 'wx'): number {
    return this.#perform({ name: 'open', path, flags }, () => {
      const file = this.#beneath.openSync(path, flags);
      this.#open.set(file, { path, end: 0 });
      return file;
    });
  }

  writeSync(file: number, bytes: Uint8Array, offset: number, length: number, position = this.#of(file).end): number {
    const part = bytes.subarray(offset, offset + length);
    const call: Call = { name: 'write', path: this.#of(file).path, bytes: part, position };
    return this.#perform(call, () => {
      const written = this.#beneath.writeSync(file, part, 0, part.length, position);
      this.#of(file).end = position + written;
      return written;
    });
  }

  ftruncateSync(file: number, length: number): void {
    this.#perform({ name: 'truncate', path: this.#of(file).path, length }, () => {
      this.#beneath.ftruncateSync(file, length);
    });
  }

  fsyncSync(file: number): void {
    this.#perform({ name: 'fsync', path: this.#of(file).path }, () => {
      this.#beneath.fsyncSync(file);
    });
  }

  /** As on Linux, the file is closed also when closing it reports an error. */
  closeSync(file: number): void {
    const { path } = this.#of(file);
    this.#open.delete(file);
    let closed = false;
    const close = (): void => {
      if (!closed) this.#beneath.closeSync(file);
      closed = true;
    };
    try {
      this.#perform({ name: 'close', path }, close);
    } finally {
      close();
    }
  }

  renameSync(from: string, to: string): void {
    this.#perform({ name: 'rename', path: from, to }, () => {
      this.#beneath.renameSync(from, to);
    });
  }

  mkdirSync(path: string, options: { recursive: true }): string | undefined {
    return this.#perform({ name: 'mkdir', path }, () => this.#beneath.mkdirSync(path, options));
  }

  rmSync(path: string, options: { recursive?: true; force: true }): void {
    this.#perform({ name: 'rm', path }, () => {
      this.#beneath.rmSync(path, options);
    });
  }

  #of(file: number): { path: string; end: number } {
    const open = this.#open.get(file);
    if (!open) throw Object.assign(new Error('EBADF: bad file descriptor'), { code: 'EBADF' });
    return open;
  }
}
