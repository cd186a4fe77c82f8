import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { acquireLock } from '../../src/indexing/lock.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { startChild } from '../support/child.ts';

describe('the lock of a data directory', () => {
  it('can be taken again after it was released', async () => {
    const directory = await temporaryDirectory();
    acquireLock(directory, 'first').release();
    acquireLock(directory, 'second').release();
  });

  it('makes the directory', async () => {
    const directory = join(await temporaryDirectory(), 'new', 'folder');
    acquireLock(directory, 'test').release();
    expect(existsSync(directory)).toBe(true);
  });

  it('is refused to a second writer, who learns who holds it', async () => {
    const directory = await temporaryDirectory();
    const lock = acquireLock(directory, 'the bot');
    expect(() => acquireLock(directory, 'me')).toThrow(UserError);
    expect(() => acquireLock(directory, 'me')).toThrow(
      new RegExp(`already running \\(the bot, process ${process.pid}, since 20.*\\)`),
    );
    lock.release();
  });

  it('says that the owner is unknown when nothing is noted of it', async () => {
    const directory = await temporaryDirectory();
    const lock = acquireLock(directory, 'the bot');
    writeFileSync(join(directory, 'index.lock.owner'), '');
    expect(() => acquireLock(directory, 'me')).toThrow(/owner unknown/);
    lock.release();
  });

  it('waits for the name of an owner who has only just taken it, and does not take the one before for it', async () => {
    const directory = await temporaryDirectory();
    const note = join(directory, 'index.lock.owner');
    const lock = acquireLock(directory, 'the winner');
    cpSync(note, `${note}.winner`);
    writeFileSync(note, 'one before, process 999999999, since 2026-03-02T00:00:00.000Z\n');
    // Another process, for this one waits without doing anything else.
    spawn('cp', [`${note}.winner`, note]);
    expect(() => acquireLock(directory, 'me')).toThrow(/already running \(the winner, process/);
    lock.release();
  });

  it('is refused while another process holds it, and free at once when that is killed', async () => {
    const directory = await temporaryDirectory();
    const child = startChild('lock-child.ts', [directory]);
    await child.until('locked');
    expect(() => acquireLock(directory, 'me')).toThrow(new RegExp(`the other one, process ${child.pid},`));
    await child.kill();
    const lock = acquireLock(directory, 'me');
    expect(readFileSync(join(directory, 'index.lock.owner'), 'utf8')).toMatch(/^me, /);
    lock.release();
    expect(readFileSync(join(directory, 'index.lock.owner'), 'utf8')).toBe('');
  });

  it('is refused with the reason when the directory is a file', async () => {
    const path = join(await temporaryDirectory(), 'file');
    writeFileSync(path, '');
    expect(() => acquireLock(path, 'me')).toThrow(UserError);
    expect(() => acquireLock(path, 'me')).toThrow(/cannot be written: (?:EEXIST|ENOTDIR).*set DATA_DIR/);
  });

  it('is refused with the reason when the directory is read-only', async () => {
    const directory = await temporaryDirectory();
    chmodSync(directory, 0o555);
    // Permissions do not bind root, so an ordinary user tries.
    const child = startChild('lock-child.ts', [directory], process.getuid?.() === 0 ? { uid: 65_534 } : {});
    await child.until('cannot be written: EACCES');
    await child.until('Check its permissions');
  });
});
