import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';
import { truncateSync, writeFileSync } from 'node:fs';
import { each, sentenceOf, range, type Kind } from './kind.ts';

/** A1 to A11: what a file is made of before it is a text. */

const TEXTS = ['txt', 'md', 'html'];
const NOTHING = ['', ' \n\t\r\n', '\uFEFF', '\uFEFF \n', '\u3000\u00A0', '\u200B\u3164\n'];
const MAGIC = ['89504e470d0a1a0a0000000d49484452', '7f454c46020101000000000000000000', 'ffd8ffe000104a464946000101000001'];
/** Syllables that EUC-KR does not have. */
const RARE = ['똠', '햏', '뷁', '펲', '쌰', '갂', '뜳', '쬲'];
const LATIN = ['café', 'señor', 'it’s', '“good”', 'naïve – yes', 'Zoë’s', 'coöperate…', '£20 déjà vu'];

/** What a line consists of, over and over. */
const LINES = ['가나다 라마바. ', '가나다라마바사', '😀👨‍👩‍👧e\u0301'];

/** A bound below the largest file: what the syntax around a text takes. */
const nearly = (bytes: number) => bytes - 200;

export const BYTES: Kind[] = [
  {
    row: 'A1',
    name: 'nothing that can be seen',
    files: (make) =>
      TEXTS.flatMap((extension) => each(NOTHING, (content) => make.file(extension, content, { reason: /^empty/ }))),
  },
  {
    row: 'A2',
    name: 'a gigabyte',
    files: (make) =>
      each(['txt', 'md', 'html', 'pdf'], (extension) =>
        make.placed(`${make.folder}/huge.${extension}`, { reason: /^larger than .*: split it$/ }, (path) => {
          writeFileSync(path, 'x');
          truncateSync(path, 2 ** 30 + make.integer(1000));
        }),
      ),
  },
  {
    row: 'A2',
    name: 'a byte too many',
    files: (make) =>
      each(TEXTS, (extension) => make.file(extension, Buffer.alloc(make.maxBytes + 1, 'a '), { reason: /^larger than/ })),
  },
  {
    row: 'A3',
    name: 'one line just under the limit',
    files: (make) =>
      each(LINES.slice(0, make.count(LINES.length)), (unit) => {
        const text = sentenceOf(make.name());
        const count = Math.floor(nearly(make.maxBytes) / Buffer.byteLength(unit));
        return make.file('txt', `${text} ${unit.repeat(count)}`, { text });
      }),
  },
  {
    row: 'A4',
    name: 'a binary file by its first bytes',
    files: (make) =>
      TEXTS.flatMap((extension) =>
        each(MAGIC, (magic) =>
          make.file(extension, Buffer.concat([Buffer.from(magic, 'hex'), make.bytes(3000)]), { reason: /^not text/ }),
        ),
      ),
  },
  {
    row: 'A4',
    name: 'random bytes',
    files: (make) =>
      TEXTS.flatMap((extension) => each(range(3), () => make.file(extension, make.bytes(4000), { reason: /^not text/ }))),
  },
  {
    row: 'A4',
    name: 'binary data of seven bits',
    files: (make) =>
      each(TEXTS, (extension) =>
        make.file(extension, Buffer.from(make.bytes(4000).map((byte) => byte & 0x7f)), {
          reason: /^not text: it holds binary data$/,
        }),
      ),
  },
  {
    row: 'A5',
    name: 'a UTF-8 byte order mark',
    files: (make) =>
      each(range(8), () => {
        const name = make.name();
        const content = `\uFEFF${name}항 소식\n\n${sentenceOf(name)}\n`;
        return make.file(make.pick(['txt', 'md']), content, {
          text: sentenceOf(name),
          title: `${name}항 소식`,
          without: /\uFEFF/,
        });
      }),
  },
  ...['utf16le', 'utf16be'].flatMap((encoding) =>
    [true, false].map((addBOM): Kind => {
      return {
        row: 'A6',
        name: `${encoding} ${addBOM ? 'with' : 'without'} a byte order mark`,
        files: (make) =>
          each(['txt', 'md', 'html', 'txt'], (extension) => {
            const text = sentenceOf(make.name());
            return make.file(extension, iconv.encode(`${text}\n`, encoding, { addBOM }), { text, without: /\uFEFF/ });
          }),
      };
    }),
  ),
  {
    row: 'A7',
    name: 'CP949',
    files: (make) =>
      each(RARE, (syllable) => {
        const text = `${sentenceOf(make.name())} ${syllable}이라고 적힌 표지판도 세웠다.`;
        return make.file(make.pick(TEXTS), iconv.encode(`${text}\n`, 'cp949'), { text });
      }),
  },
  {
    row: 'A8',
    name: 'windows-1252',
    files: (make) =>
      each(LATIN, (words) => {
        const text = `Harbour number ${make.integer(1e6)} reopened, they said: ${words} indeed.`;
        return make.file(make.pick(TEXTS), iconv.encode(text, 'windows-1252'), { text });
      }),
  },
  {
    row: 'A9',
    name: 'a few bad bytes in UTF-8',
    files: (make) =>
      each(range(8), () => {
        const text = sentenceOf(make.name());
        const bad = Buffer.from(make.pick(['ff', 'fe', 'c0', 'f8', '80']), 'hex');
        const content = Buffer.concat([Buffer.from(`${text} `), bad, Buffer.from(` ${text}\n${text}\n`)]);
        return make.file('txt', content, { text, warning: /^\d bytes? (?:was|were) not valid UTF-8$/ });
      }),
  },
  {
    row: 'A10',
    name: 'NUL inside a text',
    files: (make) =>
      each(range(8), () => {
        const text = sentenceOf(make.name());
        const at = 1 + make.integer(text.length - 1);
        const content = `${text.slice(0, at)}\0${text.slice(at)}\n`;
        return make.file(make.pick(TEXTS), content, { text, without: /\0/, warning: /^1 control character was removed$/ });
      }),
  },
  {
    row: 'A11',
    name: 'decomposed Hangul',
    files: (make) =>
      each(range(6), () => {
        const text = sentenceOf(make.name());
        const source = `${make.folder}/${make.name()}.txt`;
        const file = make.at(source.normalize('NFD'), `${text.normalize('NFD')}\n`, { text, without: /\p{M}/u });
        return { ...file, source };
      }),
  },
];
