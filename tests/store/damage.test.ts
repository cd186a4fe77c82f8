import { chmodSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageOf, UserError } from '../../src/errors.ts';
import { openStore } from '../../src/store/store.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { startChild } from '../support/child.ts';
import { seededRandom } from '../support/vectors.ts';
import { givenAnswer, storeOptions } from './examples.ts';
import { change, writeOldFile } from './old-files.ts';

/** A file of some twenty pages, of every kind. */
async function filledFile(): Promise<string> {
  const path = join(await temporaryDirectory(), 'store.sqlite');
  const store = openStore(path, storeOptions());
  for (let i = 0; i < 6; i++) store.gaps.add({ server: '1', member: '5', question: `${i}번 `.repeat(1000) });
  store.answers.add(givenAnswer());
  store.close();
  return path;
}

/** Opens and closes a store and returns its notes. */
function notesOf(path: string): string[] {
  const notes: string[] = [];
  openStore(path, storeOptions({ note: (message) => notes.push(message) })).close();
  return notes;
}

describe('a damaged file', () => {
  it.each<[string, (path: string) => void]>([
    [
      'of garbage',
      (path) => {
        writeFileSync(path, 'not a database, '.repeat(1000));
      },
    ],
    [
      'that was cut',
      (path) => {
        truncateSync(path, 8 * 4096 + 100);
      },
    ],
    [
      'with a zero page',
      (path) => {
        overwrite(path, 2 * 4096, Buffer.alloc(4096));
      },
    ],
    [
      'with a garbage page',
      (path) => {
        overwrite(path, 4096, Buffer.alloc(4096, 0xa7));
      },
    ],
    [
      'without one of its tables',
      (path) => {
        change(path, 'DROP TABLE gaps');
      },
    ],
    [
      'with a table of another shape',
      (path) => {
        change(path, 'ALTER TABLE gaps RENAME COLUMN member TO who');
      },
    ],
  ])('%s is kept under another name, and an empty one is begun', async (_, damage) => {
    const path = await filledFile();
    damage(path);
    const damaged = readFileSync(path);
    expect(notesOf(path)).toEqual([
      expect.stringMatching(/is damaged \(.+\)\. It was kept as .*\.damaged-1, and an empty one was begun/),
    ]);
    expect(readFileSync(`${path}.damaged-1`).equals(damaged)).toBe(true);
    expect(notesOf(path)).toEqual([]);
  });

  it('never replaces one that was kept before', async () => {
    const path = await filledFile();
    for (const text of ['first', 'second', 'third']) {
      writeFileSync(path, text.repeat(500));
      notesOf(path);
    }
    expect(['1', '2', '3'].map((count) => readFileSync(`${path}.damaged-${count}`, 'utf8').slice(0, 5))).toEqual([
      'first',
      'secon',
      'third',
    ]);
  });

  it('is opened, set aside or refused, and never lost, whichever bit flips', async () => {
    const sound = readFileSync(await filledFile());
    const random = seededRandom(7);
    const directory = await temporaryDirectory();
    const outcomes = { opened: 0, 'set aside': 0, refused: 0 };
    for (let i = 0; i < 60; i++) {
      const path = join(directory, `${i}.sqlite`);
      const mutant = Buffer.from(sound);
      const at = Math.floor(random() * (i % 2 === 0 ? 4096 : sound.length));
      mutant[at] = (mutant[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      writeFileSync(path, mutant);
      const outcome = outcomeOf(path);
      outcomes[outcome] += 1;
      if (outcome === 'set aside') expect(readFileSync(`${path}.damaged-1`).equals(mutant)).toBe(true);
      if (outcome === 'refused') expect(readFileSync(path).equals(mutant)).toBe(true);
    }
    expect(outcomes['set aside']).toBeGreaterThan(5);
  });
});

function overwrite(path: string, at: number, bytes: Buffer): void {
  const file = readFileSync(path);
  bytes.copy(file, at);
  writeFileSync(path, file);
}

function outcomeOf(path: string): 'opened' | 'set aside' | 'refused' {
  try {
    return notesOf(path).length > 0 ? 'set aside' : 'opened';
  } catch (error) {
    if (error instanceof UserError) return 'refused';
    throw new Error(`thrown as it is: ${messageOf(error)}`, { cause: error });
  }
}

describe('a stored value that cannot be used', () => {
  it('is the default when it is a setting, with a note; names that are not known stay', async () => {
    const path = join(await temporaryDirectory(), 'store.sqlite');
    writeOldFile(path, 3);
    change(
      path,
      `INSERT INTO server_settings VALUES ('1', 'language', '"ja"'), ('1', 'deniedChannels', '[7'), ('1', '__proto__', '{}'), ('1', 'colour', '"red"')`,
    );
    const notes: string[] = [];
    const store = openStore(path, storeOptions({ note: (message) => notes.push(message) }));
    expect(store.settings.get('1')).toMatchObject({ language: 'auto', deniedChannels: [], replies: 'thread' });
    expect(notes.sort()).toEqual([
      'The stored setting "deniedChannels" of server 1 cannot be used; the default counts.',
      'The stored setting "language" of server 1 cannot be used; the default counts.',
    ]);
    store.settings.change('1', { language: 'en' });
    store.close();
    change(path, "UPDATE server_settings SET value = '1' WHERE name = 'colour' AND value = '\"red\"'");
    expect(notesOf(path)).toEqual([]);
  });

  it.each(['[7', '[{}]', 'null', '{}'])(
    'makes an answer expired when it is its citations, with a note: %s',
    async (citations) => {
      const path = join(await temporaryDirectory(), 'store.sqlite');
      writeOldFile(path, 3);
      change(path, `UPDATE given_answers SET citations = '${citations}'`);
      const notes: string[] = [];
      const store = openStore(path, storeOptions({ note: (message) => notes.push(message) }));
      expect(store.answers.find('abcdefghijkl')).toBeUndefined();
      expect(notes).toEqual(['The stored answer abcdefghijkl cannot be read; its buttons count as expired.']);
      store.close();
    },
  );
});

describe('a place that cannot be written', () => {
  it.each<[string, (path: string) => string]>([
    ['a folder', (path) => path],
    [
      'below a file',
      (path) => {
        writeFileSync(join(path, 'file'), '');
        return join(path, 'file', 'store.sqlite');
      },
    ],
  ])('is refused with the reason: %s', async (_, pathOf) => {
    const path = pathOf(await temporaryDirectory());
    expect(() => openStore(path, storeOptions())).toThrow(UserError);
    expect(() => openStore(path, storeOptions())).toThrow(/cannot be opened for writing: .+\. Check the folder/);
  });

  it('is refused with the reason and untouched: a read-only folder', async () => {
    const directory = await temporaryDirectory();
    const path = join(directory, 'closed', 'store.sqlite');
    mkdirSync(dirname(path));
    writeOldFile(path, 2);
    const before = readFileSync(path);
    chmodSync(directory, 0o755);
    chmodSync(path, 0o444);
    chmodSync(dirname(path), 0o555);
    // Permissions do not bind root, so an ordinary user tries.
    const child = startChild('../store/store-child.ts', ['open', path], { uid: 65534 });
    await child.until('cannot be opened for writing');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}.damaged-1`)).toBe(false);
  });
});
