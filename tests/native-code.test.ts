import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { factsOf, readSources } from './support/imports.ts';

/** Packages of native code, or over it. */
const NATIVE = ['hnswlib-node', '@xenova/transformers', 'better-sqlite3'];
const facts = new Map(
  factsOf(readSources(fileURLToPath(new URL('../src', import.meta.url)))).map((each) => [each.path, each] as const),
);

/** Those of NATIVE that a process loads, by the imports that follow from its first file. */
function nativePackagesFrom(start: string): string[] {
  const reached = new Set([start]);
  const packages = new Set<string>();
  for (const path of reached) {
    for (const { target, isProject, isTypeOnly } of facts.get(path)?.imports ?? []) {
      if (isTypeOnly) continue;
      if (isProject) reached.add(target);
      else if (NATIVE.includes(target)) packages.add(target);
    }
  }
  return [...packages];
}

describe('the process of the bot', () => {
  it('loads no native code: its event loop is always free', () => {
    expect(facts.has('main.ts')).toBe(true);
    expect(nativePackagesFrom('main.ts')).toEqual([]);
  });

  it('differs in that from the process of the engine', () => {
    expect(nativePackagesFrom('engine/engine-child.ts')).toEqual(expect.arrayContaining(NATIVE));
  });
});
