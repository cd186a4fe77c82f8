import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { notes } from '../support/guards/notes.ts';

/** An address that is set aside for documentation: nobody answers there. */
const ELSEWHERE = '192.0.2.1';
const KEY = 'planted-key-0000000000';

/** What the guards have noted of a program that runs to its end. */
async function notedOf(program: string): Promise<string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.resume();
  child.stderr.resume();
  await once(child, 'close');
  return notes.splice(0);
}

describe('the network guard refuses and notes a connection to another machine', () => {
  it.each([
    ['fetch', () => fetch(`http://${ELSEWHERE}/`)],
    ['fetch by name', () => fetch('https://example.org/')],
    ['a socket', () => once(connect(80, ELSEWHERE), 'connect')],
    ['a secure socket', () => once(connectSecurely({ port: 443, host: ELSEWHERE }), 'secureConnect')],
  ])('of %s', async (_, work) => {
    await expect(work()).rejects.toThrow();
    expect(notes.splice(0)).toEqual([expect.stringMatching(/a connection to \S+:\d+ was refused/)]);
  });

  it('of a process that a test has started', async () => {
    expect(await notedOf(`await fetch('http://${ELSEWHERE}/').catch(() => undefined)`)).toEqual([
      expect.stringContaining(`a connection to ${ELSEWHERE}:80 was refused`),
    ]);
  });

  it('of a process of that process', async () => {
    const inner = `await fetch("http://${ELSEWHERE}/").catch(() => undefined)`;
    const outer = `import { spawnSync } from 'node:child_process';
      spawnSync(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(inner)}], { stdio: 'inherit' });`;
    expect(await notedOf(outer)).toHaveLength(1);
  });

  it('but none on this machine', async () => {
    const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1');
    await once(socket, 'connect');
    socket.destroy();
    server.close();
    expect(notes).toEqual([]);
  });
});

describe('G19: a planted secret is noted', () => {
  it.each(['stdout', 'stderr'])('on the %s of a process, in pieces, too', async (stream) => {
    const program = `process.${stream}.write('x ${KEY.slice(0, 9)}');
      setTimeout(() => process.${stream}.write('${KEY.slice(9)} y'), 50);`;
    expect(await notedOf(program)).toEqual([expect.stringContaining(KEY)]);
  });

  it('on the console of a test', () => {
    console.info(`a test says ${KEY}`);
    expect(notes.splice(0)).toEqual([expect.stringContaining(KEY)]);
  });
});
