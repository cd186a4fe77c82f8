import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something stored that gets damaged. */
export interface Subject {
  /** Makes it, whole, in an empty folder. */
  make(whole: string): Promise<void>;
  /** Damages a copy of it and says how. */
  spoil(copy: string, whole: string, random: () => number): string;
  /**
   * Opens a damaged copy the way the program does and tells what became of it.
   * @throws when damage was taken for sound, or ended in anything but a clear refusal.
   */
  open(copy: string, whole: string): Promise<string>;
}

/** Every file below a folder with its bytes. */
export function bytesIn(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path)];
    }),
  );
}

export function sameBytes(one: string, other: string): boolean {
  const [a, b] = [bytesIn(one), bytesIn(other)];
  return a.size === b.size && [...a].every(([name, bytes]) => b.get(name)?.equals(bytes));
}

export function ensure(condition: boolean, problem: string): void {
  if (!condition) throw new Error(problem);
}
