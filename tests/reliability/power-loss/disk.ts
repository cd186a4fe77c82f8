import { basename, dirname } from 'node:path';

/** A step on the disk; paths are relative to the root of the disk, which is ''. */
export type Step =
  | { kind: 'create' | 'mkdir' | 'remove' | 'fsync'; path: string }
  | { kind: 'write'; path: string; bytes: Buffer; position: number }
  | { kind: 'truncate'; path: string; length: number }
  | { kind: 'rename'; path: string; to: string }
  | { kind: 'acknowledge' };

/** What a power loss does to what was not forced to the disk. */
export const FILE_LOSSES = ['kept', 'dropped', 'torn', 'zeroed'] as const;
export const NAME_LOSSES = ['kept', 'dropped', 'last only', 'all but the last'] as const;
export type FileLoss = (typeof FILE_LOSSES)[number];
export type NameLoss = (typeof NAME_LOSSES)[number];

/** Decides for each file and directory, by its path at the moment of the loss. */
export interface Loss {
  ofFile(path: string): FileLoss;
  ofNames(directory: string): NameLoss;
}

/** What is found after a power loss: content by path, null for a directory. */
export type Image = Map<string, Buffer | null>;

type Change = { write: Buffer; position: number } | { length: number };
class File {
  forced: Buffer = Buffer.alloc(0);
  readonly pending: Change[] = [];
  readonly #images = new Map<FileLoss, Buffer>();

  change(change: Change): void {
    this.pending.push(change);
    this.#images.clear();
  }

  force(): void {
    this.forced = this.image('kept');
    this.pending.length = 0;
    this.#images.clear();
  }

  /** The content after a loss; the same buffer as long as it is the same. */
  image(loss: FileLoss): Buffer {
    const known = this.#images.get(loss);
    if (known) return known;
    const image = this.#imageAfter(loss);
    this.#images.set(loss, image);
    return image;
  }

  #imageAfter(loss: FileLoss): Buffer {
    if (loss === 'dropped' || this.pending.length === 0) return this.forced;
    if (loss === 'kept') return this.pending.reduce(applied, this.forced);
    // Lengths reach the disk before contents: what was written since is there, as zeros.
    if (loss === 'zeroed') return this.pending.map(zeroes).reduce(applied, this.forced);
    const last = this.pending.findLastIndex((change) => 'write' in change);
    return this.pending
      .slice(0, last + 1)
      .map((change, i) => (i === last ? half(change) : change))
      .reduce(applied, this.forced);
  }
}

const zeroes = (change: Change): Change => ('write' in change ? { ...change, write: Buffer.alloc(change.write.length) } : change);
const half = (change: Change): Change =>
  'write' in change ? { ...change, write: change.write.subarray(0, Math.floor(change.write.length / 2)) } : change;

function applied(content: Buffer, change: Change): Buffer {
  const end = 'length' in change ? change.length : change.position + change.write.length;
  const length = 'length' in change ? end : Math.max(content.length, end);
  const next = Buffer.alloc(length);
  content.copy(next);
  if ('write' in change) change.write.copy(next, change.position);
  return next;
}

type Names = Map<string, File | Directory>;
/** A change of names that happens whole or not at all: a rename removes one and adds another. */
type NameChange = { name: string; node: File | Directory | null }[];
class Directory {
  forced: Names = new Map();
  readonly pending: NameChange[] = [];

  force(): void {
    this.forced = this.names('kept');
    this.pending.length = 0;
  }

  names(loss: NameLoss): Names {
    const { length } = this.pending;
    const kept = {
      kept: this.pending,
      dropped: [],
      'last only': this.pending.slice(length - 1),
      'all but the last': this.pending.slice(0, Math.max(0, length - 1)),
    }[loss];
    const names = new Map(this.forced);
    for (const { name, node } of kept.flat()) {
      if (node) names.set(name, node);
      else names.delete(name);
    }
    return names;
  }
}

/** A disk that remembers what was forced to it and what was not. */
export class Disk {
  readonly #root = new Directory();

  apply(step: Step): void {
    if (step.kind === 'acknowledge') return;
    const { path } = step;
    switch (step.kind) {
      case 'create':
        this.#rename(path, new File());
        break;
      case 'mkdir':
        this.#rename(path, new Directory());
        break;
      case 'remove':
        this.#rename(path, null);
        break;
      case 'rename':
        this.#directory(dirname(path)).pending.push([
          { name: basename(path), node: null },
          { name: basename(step.to), node: this.#node(path) },
        ]);
        break;
      case 'write':
        this.#file(path).change({ write: step.bytes, position: step.position });
        break;
      case 'truncate':
        this.#file(path).change({ length: step.length });
        break;
      case 'fsync':
        this.#node(path)?.force();
    }
  }

  /** Content of a file as programs see it now; undefined when there is none. */
  contentOf(path: string): Buffer | undefined {
    const node = this.#node(path);
    return node instanceof File ? node.image('kept') : undefined;
  }

  has(path: string): boolean {
    return this.#node(path) !== null;
  }

  /** What is found when the power goes now. */
  imageAfter(loss: Loss): Image {
    const image: Image = new Map();
    const visit = (directory: Directory, path: string): void => {
      for (const [name, node] of directory.names(loss.ofNames(path))) {
        const inner = path === '' ? name : `${path}/${name}`;
        image.set(inner, node instanceof File ? node.image(loss.ofFile(inner)) : null);
        if (node instanceof Directory) visit(node, inner);
      }
    };
    visit(this.#root, '');
    return image;
  }

  #rename(path: string, node: File | Directory | null): void {
    this.#directory(dirname(path)).pending.push([{ name: basename(path), node }]);
  }

  #node(path: string): File | Directory | null {
    let node: File | Directory = this.#root;
    for (const name of path.split('/').filter((part) => part !== '' && part !== '.')) {
      const inner: File | Directory | undefined = node instanceof Directory ? node.names('kept').get(name) : undefined;
      if (!inner) return null;
      node = inner;
    }
    return node;
  }

  #directory(path: string): Directory {
    const node = this.#node(path);
    if (!(node instanceof Directory)) throw new Error(`${path} is no directory`);
    return node;
  }

  #file(path: string): File {
    const node = this.#node(path);
    if (!(node instanceof File)) throw new Error(`${path} is no file`);
    return node;
  }
}
