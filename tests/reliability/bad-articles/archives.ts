import { gzipSync } from 'node:zlib';
import { each, type Kind, type Maker } from './kind.ts';

/** A29: files that hold other files. */

const FORMATS = ['docx', 'zip', 'epub', 'gz', 'hwp', 'hwpx', 'tgz', 'rar', '7z', 'odt', 'pptx', 'rtf'];
const CONVERT = { reason: /^unsupported format: \.\w+; convert it to \.txt, \.md, \.html or \.pdf$/ };

/** The local header of an archive with one entry, whose path leaves the folder. */
function zip(make: Maker): Buffer {
  const name = Buffer.from('../../../escape.txt');
  const header = Buffer.alloc(30);
  header.write('PK\u0003\u0004', 'latin1');
  header.writeUInt32LE(0xffffffff, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, make.bytes(500)]);
}

/** A megabyte of nothing, small. */
const gzip = () => gzipSync(Buffer.alloc(1_000_000));

export const ARCHIVES: Kind[] = [
  {
    row: 'A29',
    name: 'archives and office documents',
    files: (make) => each(FORMATS, (extension) => make.file(extension, extension === 'gz' ? gzip() : zip(make), CONVERT)),
  },
  {
    row: 'A29',
    name: 'archives under the name of an article',
    files: (make) =>
      ['txt', 'md', 'html'].flatMap((extension) =>
        each([zip(make), gzip()], (bytes) => make.file(extension, bytes, { reason: /^not text/ })),
      ),
  },
  {
    row: 'A29',
    name: 'formats that nobody reads',
    files: (make) =>
      each(['png', 'exe', 'sqlite', 'mp4'], (extension) =>
        make.file(extension, make.bytes(100), { reason: /^unsupported format: \.\w+$/ }),
      ),
  },
];
