import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { TracedFileSystem, type Call } from '../../support/traced-file-system.ts';
import { Disk, type Step } from './disk.ts';

/**
 * Records what happens to a folder as steps on a disk. What native code wrote past the file system is taken to have appeared, not forced
 * to the disk, just before its file is forced or the directory around it is renamed.
 */
export class Recorder {
  /** The steps to what the folder held at first, all of it forced to the disk, and those since. */
  readonly base: readonly Step[];
  steps: Step[] = [];
  readonly fileSystem: TracedFileSystem;
  readonly #root: string;
  readonly #disk = new Disk();

  constructor(root: string) {
    this.#root = root;
    for (const path of this.#below('')) this.#appear(path);
    for (const path of ['', ...this.#below('')]) this.#step({ kind: 'fsync', path });
    this.base = this.steps;
    this.steps = [];
    this.fileSystem = new TracedFileSystem((call, work) => this.#perform(call, work));
  }

  /** Notes that the run so far was reported as done. */
  acknowledge(): void {
    this.#step({ kind: 'acknowledge' });
  }

  #perform<Result>(call: Call, work: () => Result): Result {
    const path = relative(this.#root, call.path);
    const existed = existsSync(call.path);
    const removed = call.name === 'rm' && existed ? [...this.#below(path).reverse(), path] : [];
    if (call.name === 'rename' || (call.name === 'fsync' && lstatSync(call.path).isFile())) this.#noticeNative(path);
    const result = work();
    if (call.name === 'mkdir') this.#makeDirectories(path);
    for (const each of removed) if (this.#disk.has(each)) this.#step({ kind: 'remove', path: each });
    const step = this.#stepOf(call, path, existed);
    if (step) this.#step(step);
    return result;
  }

  #stepOf({ name, flags, bytes, position, length, to }: Call, path: string, existed: boolean): Step | undefined {
    if (name === 'open' && !existed) return { kind: 'create', path };
    if (name === 'open' && flags === 'w') return { kind: 'truncate', path, length: 0 };
    if (name === 'write') return { kind: 'write', path, bytes: Buffer.from(bytes!), position: position! };
    if (name === 'truncate') return { kind: 'truncate', path, length: length! };
    if (name === 'rename') return { kind: 'rename', path, to: relative(this.#root, to!) };
    return name === 'fsync' ? { kind: 'fsync', path } : undefined;
  }

  #makeDirectories(path: string): void {
    if (path === '' || path === '.' || this.#disk.has(path)) return;
    this.#makeDirectories(dirname(path));
    this.#step({ kind: 'mkdir', path });
  }

  #noticeNative(path: string): void {
    for (const each of [path, ...this.#below(path)]) {
      const real = join(this.#root, each);
      if (lstatSync(real).isFile() && !this.#disk.contentOf(each)?.equals(readFileSync(real))) this.#appear(each);
    }
  }

  #appear(path: string): void {
    const real = join(this.#root, path);
    if (lstatSync(real).isDirectory()) {
      this.#makeDirectories(path);
      return;
    }
    if (!this.#disk.has(path)) this.#step({ kind: 'create', path });
    const bytes = readFileSync(real);
    this.#step({ kind: 'write', path, bytes, position: 0 });
    this.#step({ kind: 'truncate', path, length: bytes.length });
  }

  #step(step: Step): void {
    this.steps.push(step);
    this.#disk.apply(step);
  }

  /** What lies below a path, each directory before what is in it. */
  #below(path: string): string[] {
    const real = join(this.#root, path);
    if (!lstatSync(real).isDirectory()) return [];
    return readdirSync(real, { recursive: true, encoding: 'utf8' })
      .map((name) => join(path, name))
      .sort();
  }
}
