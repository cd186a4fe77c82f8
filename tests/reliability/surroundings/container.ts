import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MEGABYTE = 1024 * 1024;

/** Names of files in both versions of the kernel's control groups. */
const VERSIONS = [
  { root: '/sys/fs/cgroup', limit: 'memory.max', peak: 'memory.peak', kills: 'memory.events' },
  {
    root: '/sys/fs/cgroup/memory',
    limit: 'memory.limit_in_bytes',
    peak: 'memory.max_usage_in_bytes',
    kills: 'memory.oom_control',
  },
];

/** A group of processes that share so much memory, as those of a container do. */
export interface Container {
  /** For a shell: makes it, and what it starts, part of the group. */
  enter: string;
  isEmpty: () => boolean;
  /** The most memory that was in use, with the pages of files, in megabytes. */
  peak: () => number;
  /** Processes that were killed because the memory was used up. */
  kills: () => number;
  remove: () => void;
}

/** Makes such a group; undefined, with a visible note, where the system does not let us. */
export function makeContainer(megabytes: number): Container | undefined {
  const names = VERSIONS.find(
    ({ root, limit }) => existsSync(join(root, limit)) || (root.endsWith('memory') && existsSync(root)),
  );
  const group = join(names?.root ?? '', `gisabot-tests-${process.pid}`);
  try {
    if (!names) throw new Error('no control groups');
    mkdirSync(group);
    writeFileSync(join(group, names.limit), String(megabytes * MEGABYTE));
  } catch {
    console.warn(`skipped: a container of ${megabytes} MB (control groups cannot be changed here)`);
    return undefined;
  }
  const read = (name: string): string => readFileSync(join(group, name), 'utf8');
  return {
    enter: `echo $$ > ${group}/cgroup.procs`,
    isEmpty: () => read('cgroup.procs') === '',
    peak: () => Number(read(names.peak)) / MEGABYTE,
    kills: () => Number(/^oom_kill (\d+)$/m.exec(read(names.kills))?.[1]),
    remove: () => {
      rmdirSync(group);
    },
  };
}
