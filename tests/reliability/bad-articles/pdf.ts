import { deflateSync } from 'node:zlib';
import { buildPdf, setLines } from '../../support/pdf.ts';
import { each, range, type Kind } from './kind.ts';

/** A27, A28: PDF files. Each is read in a process of its own, which takes half a second: there are few. */

const GOOD = 'The harbour of the small town opened again on Monday.';
const latin = (pdf: Buffer, change: (file: string) => string) => Buffer.from(change(pdf.toString('latin1')), 'latin1');
const page = () => buildPdf([setLines([GOOD])]);
const KEY = `<${'61'.repeat(32)}>`;
const ENCRYPTION = `/ID [<6161> <6161>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${KEY} /U ${KEY} /P -4 >>`;

const BROKEN = {
  reason: /^malformed PDF: save it anew|^PDF without text: it may be scanned/,
};

/** A page whose content is so many bytes of text operators, deflated twice: a few kilobytes. */
function deflated(megabytes: number): Buffer {
  const operators = Buffer.alloc(megabytes * 1_000_000, 'BT /F1 9 Tf (aaaaaaaaaa) Tj ET\n');
  const content = deflateSync(deflateSync(operators));
  return latin(page(), (file) =>
    file.replace(/<< \/Length \d+ >>\nstream\nBT[^]*?endstream/, () => {
      const dictionary = `<< /Length ${content.length} /Filter [/FlateDecode /FlateDecode] >>`;
      return `${dictionary}\nstream\n${content.toString('latin1')}\nendstream`;
    }),
  );
}

/** Forms that show the next one ten times each, 10^12 times in all. */
function recursive(): Buffer {
  const form = (number: number, content: string, resources: string) =>
    `${number} 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] ${resources} /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`;
  const next = (number: number) => `/Resources << /XObject << /X ${number + 1} 0 R >> >>`;
  const forms = range(12).map((level) => form(10 + level, '/X Do '.repeat(10), next(10 + level)));
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n` +
      `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R ${next(9)} >>\nendobj\n` +
      `4 0 obj\n<< /Length 5 >>\nstream\n/X Do\nendstream\nendobj\n${forms.join('')}${form(22, 'BT /F1 9 Tf (x) Tj ET', '')}trailer\n<< /Root 1 0 R >>\n%%EOF\n`,
    'latin1',
  );
}

const TOO_MUCH = { reason: /^PDF (?:takes longer than 10 s|needs more than 512 MB) to read$/ };

export const PDF: Kind[] = [
  {
    row: 'A27',
    name: 'a broken PDF',
    files: (make) => {
      const whole = page();
      const cut = whole.subarray(0, 100 + make.integer(whole.length - 400));
      const circular = latin(whole, (file) => file.replace('/Kids [8 0 R]', '/Kids [2 0 R]'));
      return each([Buffer.from('%'), Buffer.from('%PDF-1.7 nothing'), cut, circular, make.bytes(2000)], (bytes) =>
        make.file('pdf', bytes, BROKEN),
      );
    },
  },
  {
    row: 'A27',
    name: 'a PDF without text',
    files: (make) => each([1], () => make.file('pdf', buildPdf([[], []]), { reason: /^PDF without text/ })),
  },
  {
    row: 'A27',
    name: 'an encrypted PDF',
    files: (make) =>
      each(range(1), () => {
        const file = latin(page(), (text) => text.replace('/Info 7 0 R', `/Info 7 0 R ${ENCRYPTION}`));
        return make.file('pdf', file, { reason: /^encrypted PDF/ });
      }),
  },
  {
    row: 'A28',
    name: 'a PDF that unpacks to gigabytes',
    files: (make) => [{ ...make.file('pdf', deflated(400), TOO_MUCH), slow: true }],
  },
  {
    row: 'A28',
    name: 'a PDF that never ends',
    files: (make) => [{ ...make.file('pdf', recursive(), TOO_MUCH), slow: true }],
  },
];
