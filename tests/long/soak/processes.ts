import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { childrenOf } from '../../e2e/support/processes.ts';

/** What the processes of a program hold together. */
export interface Held {
  megabytes: number;
  descriptors: number;
  processes: number;
}

/** A process and those it has started, theirs included. */
export function familyOf(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(familyOf)];
}

/** Resident memory in megabytes. */
export function residentMegabytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

/** What a program holds after every process of it has collected its garbage; they must have loaded collect.mjs. */
export async function heldBy(pid: number): Promise<Held> {
  const family = familyOf(pid);
  for (const each of family) process.kill(each, 'SIGUSR2');
  await setTimeout(400);
  return {
    megabytes: sum(family.map(residentMegabytes)),
    descriptors: sum(family.map((each) => readdirSync(`/proc/${each}/fd`).length)),
    processes: family.length,
  };
}

/** Slope of the line of least squares through the points. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const [x, y] = [meanOf(points.map(([at]) => at)), meanOf(points.map(([, value]) => value))];
  const spread = sum(points.map(([at]) => (at - x) ** 2));
  return sum(points.map(([at, value]) => (at - x) * (value - y))) / spread;
}

export function meanOf(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
