import { readFileSync } from 'node:fs';

/** What strace is told so that it notes every connection of a program and of its processes; the program keeps its process id. */
export const straceConnections = (file: string): string[] => [
  '-D',
  '-f',
  '-qq',
  '--seccomp-bpf',
  '-e',
  'trace=connect',
  '-o',
  file,
];

/** Where connections over the internet's protocols went, each address once; those within the machine's file system do not count. */
export function targetsIn(file: string): string[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('connect('));
  const targets = lines.flatMap((line) => {
    const [, port] = /sin6?_port=htons\((\d+)\)/.exec(line) ?? [];
    const [, host] = /(?:inet_addr\("|inet_pton\(AF_INET6, ")([^"]+)"/.exec(line) ?? [];
    return port === undefined || host === undefined ? [] : [`${host}:${port}`];
  });
  return [...new Set(targets)].sort();
}
