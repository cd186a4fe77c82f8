import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sentenceOf, type BadFile, type Kind, type Maker } from './kind.ts';

/** A20, A21: what becomes of a file after it was listed. */

export const CHANGES: Kind[] = [
  {
    row: 'A20',
    name: 'files that are no files when they are read',
    files: (make) => [
      becoming(make, 'a folder', /not a regular file/, (path) => {
        unlinkSync(path);
        mkdirSync(path);
      }),
      becoming(make, 'a pipe', /not a regular file/, (path) => {
        unlinkSync(path);
        execFileSync('mkfifo', [path]);
      }),
      becoming(make, 'a link', /symbolic link/, (path) => {
        unlinkSync(path);
        symlinkSync('/etc/passwd', path);
      }),
      becoming(make, 'a loop', /symbolic link/, (path) => {
        unlinkSync(path);
        symlinkSync('loop.txt', path);
      }),
    ],
  },
  {
    row: 'A21',
    name: 'files that go, shrink or grow before they are read',
    files: (make) => [
      becoming(make, 'gone', /the file is gone/, (path) => {
        unlinkSync(path);
      }),
      becoming(
        make,
        'gone with its folder',
        /the file is gone/,
        (path) => {
          rmSync(dirname(path), { recursive: true });
        },
        'folder/',
      ),
      becoming(make, 'empty', /^empty/, (path) => {
        truncateSync(path, 0);
      }),
      becoming(make, 'too large', /^larger than/, (path) => {
        truncateSync(path, make.maxBytes + 1);
      }),
      grown(make),
      replaced(make),
    ],
  },
];

function becoming(make: Maker, name: string, reason: RegExp, meanwhile: (path: string) => void, folder = '') {
  const source = join(make.folder, folder, `${name}.txt`);
  return { ...make.at(source, `${sentenceOf(make.name())}\n`, { reason }), meanwhile, alone: false };
}

/** Replaced between the two times it is read. */
function replaced(make: Maker): BadFile {
  const file = make.at(`${make.folder}/replaced.txt`, `${sentenceOf(make.name())}\n`, {
    reason: /^it changed while it was indexed: index again$/,
  });
  const later = (path: string) => {
    writeFileSync(path, `${sentenceOf(make.name())}\n`);
  };
  return Object.assign(file, { later, alone: false });
}

function grown(make: Maker) {
  const text = sentenceOf(make.name());
  const meanwhile = (path: string) => {
    appendFileSync(path, `${text}\n`);
  };
  return { ...make.at(`${make.folder}/grown.txt`, `${sentenceOf(make.name())}\n`, { text }), meanwhile, alone: false };
}
