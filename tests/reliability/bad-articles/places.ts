import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { each, range, sentenceOf, type BadFile, type Kind, type Maker } from './kind.ts';

/** A12 to A20: what a file is called and where it lies. */

/** The folders below the folder of articles that are looked into. */
const DEPTH = 64;
const IS_ROOT = process.getuid?.() === 0;
const LINK = { reason: /^symbolic link: not followed/ };
const NO_FILE = { reason: /^not a regular file$|^cannot be read: ENXIO$/ };

const ODD_NAMES = [
  'line\nbreak.txt',
  'back`tick`.md',
  '[label](https:--evil.example).txt',
  '\u202Etxt.exe.txt',
  '@everyone.txt',
  '<@123456789012345678>.md',
  '**bold** ||spoiler||.txt',
  'a;rm -rf ~;$(id).txt',
  '%2e%2e%2fescape.txt',
  'C:\\windows\\x.txt',
  'quote\'quote".txt',
  '😀👨‍👩‍👧.txt',
  ' space .txt',
  '\u001B[31mred.txt',
  `${'가'.repeat(80)}.txt`,
];
const DOT_NAMES = ['.hidden.txt', '..txt', '...md', '.git/a.txt', '.ssh/b.md'];

const good = (make: Maker, source: string) => {
  const text = sentenceOf(make.name());
  return make.at(source, `${text}\n`, { text });
};

function makeSocket(path: string): void {
  const program = 'require("net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))';
  spawnSync(process.execPath, ['-e', program, path], { cwd: dirname(path) });
}

/** Folders in one another, made step by step: their path is longer than the system takes. */
function makeDeep(path: string, names: readonly string[]): void {
  const before = process.cwd();
  mkdirSync(path, { recursive: true });
  process.chdir(path);
  for (const name of names) {
    mkdirSync(name);
    process.chdir(name);
  }
  writeFileSync('a.txt', sentenceOf('깊은'));
  process.chdir(before);
}

/** Folders whose names add up to more than a path may have. The report names the first one that is too long. */
function longPath(make: Maker): BadFile {
  const name = '긴'.repeat(80);
  const file = make.placed(
    make.folder,
    { reason: /^path longer than 4096 bytes: move it up or shorten its name$/ },
    () => undefined,
    false,
  );
  const place = (folder: string) => {
    makeDeep(
      join(folder, make.folder),
      range(20).map(() => name),
    );
    while (Buffer.byteLength(join(folder, file.source)) <= 4096) file.source += `/${name}`;
  };
  return Object.assign(file, { place });
}

export const PLACES: Kind[] = [
  {
    row: 'A12',
    name: 'symbolic links',
    files: (make) =>
      each(
        ['/etc/passwd', '/etc', '/nowhere/at/all', '../A5', '../../secret.txt', '/dev/zero', '/proc/self/environ'],
        (target, index) =>
          make.placed(
            `${make.folder}/link ${index}.txt`,
            LINK,
            (path) => {
              symlinkSync(target, path);
            },
            false,
          ),
      ),
  },
  {
    row: 'A13',
    name: 'loops of links',
    files: (make) =>
      each(['.', '..', '../..', 'loop 3'], (target, index) =>
        make.placed(
          `${make.folder}/loop ${index}`,
          LINK,
          (path) => {
            symlinkSync(target, path);
          },
          false,
        ),
      ),
  },
  {
    row: 'A14',
    name: 'pipes, sockets and devices',
    files: (make) => [
      ...each(['md', 'txt', 'pdf'], (extension) =>
        make.placed(`${make.folder}/pipe.${extension}`, NO_FILE, (path) => {
          execFileSync('mkfifo', [path]);
        }),
      ),
      make.placed(`${make.folder}/socket.md`, NO_FILE, makeSocket),
      ...(IS_ROOT
        ? each(['zero', 'full'], (name, index) =>
            make.placed(`${make.folder}/${name}.txt`, NO_FILE, (path) => {
              execFileSync('mknod', [path, 'c', '1', index === 0 ? '5' : '7']);
            }),
          )
        : []),
    ],
  },
  {
    row: 'A14',
    name: 'folders named like files',
    files: (make) => each(range(4), (index) => good(make, `${make.folder}/folder ${index}.md/a.txt`)),
  },
  {
    row: 'A15',
    name: '3,000 levels',
    files: (make) => [
      {
        ...make.placed(
          `${make.folder}/d`,
          { reason: /^deeper than \d+ folders: move it up$/ },
          (path) => {
            makeDeep(
              path,
              range(2999).map(() => 'd'),
            );
          },
          false,
        ),
        source: [make.folder, ...range(DEPTH - 1).map(() => 'd')].join('/'),
      },
      good(make, [make.folder, ...range(DEPTH - 2).map(() => 'e'), 'deep.txt'].join('/')),
    ],
  },
  { row: 'A15', name: 'a path of more than 4,096 bytes', files: (make) => [longPath(make)] },
  {
    row: 'A16',
    name: 'odd names',
    files: (make) => each(ODD_NAMES, (name) => good(make, `${make.folder}/${name}`)),
  },
  {
    row: 'A16',
    name: 'dot files',
    files: (make) => each(DOT_NAMES, (name) => make.at(`${make.folder}/${name}`, sentenceOf(make.name()), 'unnoticed')),
  },
  {
    row: 'A17',
    name: 'the same name in several folders',
    files: (make) => each(range(8), (index) => good(make, `${make.folder}/${index}/article.txt`)),
  },
  {
    row: 'A18',
    name: 'the same content several times',
    files: (make) => {
      const text = sentenceOf(make.name());
      return each(range(8), (index) => make.at(`${make.folder}/copy ${index}.txt`, `${text}\n`, { text }));
    },
  },
  {
    row: 'A19',
    name: 'names that differ in case',
    files: (make) => each(['a.txt', 'A.txt', 'a.TXT', 'A.Txt', 'ä.txt', 'Ä.txt'], (name) => good(make, `${make.folder}/${name}`)),
  },
  {
    row: 'A20',
    name: 'files that cannot be opened',
    files: (make) =>
      each(IS_ROOT ? [] : range(4), (index) =>
        make.placed(`${make.folder}/locked ${index}.txt`, { reason: /permission denied/ }, (path) => {
          writeFileSync(path, 'x');
          chmodSync(path, 0);
        }),
      ),
  },
];
