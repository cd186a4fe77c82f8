/** node --import tsx tests/pictures/render.ts FILE.json OUT.svg [en|ko]: draws the message, or the messages, of a JSON file. */

import { readFileSync, writeFileSync } from 'node:fs';
import { drawMessages } from './message.ts';
import { readMessages } from './payload.ts';

const [source, target, words = 'en'] = process.argv.slice(2);
if (source === undefined || target === undefined || (words !== 'en' && words !== 'ko')) {
  throw new Error('usage: render.ts FILE.json OUT.svg [en|ko]');
}
writeFileSync(target, drawMessages(readMessages(JSON.parse(readFileSync(source, 'utf8'))), { words }));
