/** npm run pictures: asks the real bot, at the stand-in for Discord, and draws what it replied into docs/pictures/. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { describeMessage } from '../e2e/standin/describe.ts';
import type { Message } from '../e2e/standin/model.ts';
import { shown } from '../e2e/support/read.ts';
import { startWorld } from '../e2e/support/world.ts';
import { drawMessages } from './message.ts';
import { readMessages } from './payload.ts';

const FOLDER = 'docs/pictures';
const KOREAN = { user: 'bob', locale: 'ko' };
const ENGLISH = { user: 'bob', locale: 'en-US' };
const ADMINISTRATOR = { user: 'alice', locale: 'ko' };

const world = await startWorld({ env: { KEEP_QUESTIONS: 'on' } });
const { d } = world;

function draw(name: string, messages: readonly Message[], words: 'ko' | 'en'): void {
  const payload: unknown = JSON.parse(JSON.stringify(messages.map((message) => describeMessage(d.world, message))));
  writeFileSync(`${FOLDER}/${name}.svg`, drawMessages(readMessages(payload), { words }));
}

mkdirSync(FOLDER, { recursive: true });
const question = '알리익스프레스는 한국 지식재산권 보호에 얼마를 투자하나요?';
const answer = await shown(await d.slash('ask', { question }, KOREAN));
const passage = await shown(await d.press(answer, '[1] 원문 보기', KOREAN));
draw('answer', [answer, passage], 'ko');

const mention = d.sendMessage('@bot 마윈이 기부한 마스크는 몇 장인가요?', { user: 'alice' });
const first = await d.expectReply(mention);
const next = d.sendMessage('그건 언제였나요?', { user: 'alice', replyTo: first });
draw('conversation', [mention, first, next, await d.expectReply(next)], 'ko');

const english = 'How much does AliExpress invest in intellectual property protection in Korea?';
draw('answer-english', [await shown(await d.slash('ask', { question: english, private: true }, ENGLISH))], 'en');

draw('refusal', [await shown(await d.slash('ask', { question: '토성의 고리는 몇 개인가요?' }, KOREAN))], 'ko');

const reindex = await d.slash('reindex', { mode: 'full' }, ADMINISTRATOR);
const running = await reindex.reply();
draw('reindex-running', [structuredClone(running)], 'ko');
const done = await reindex.settled({ quietMs: 4_000 });
draw('reindex', [done], 'ko');
draw('settings', [await shown(await d.slash('settings', {}, ADMINISTRATOR))], 'ko');
draw('sources', [await shown(await d.slash('sources list', {}, KOREAN))], 'ko');
draw('status', [await shown(await d.slash('status', {}, ADMINISTRATOR))], 'ko');
draw('gaps', [await shown(await d.slash('gaps', {}, ADMINISTRATOR))], 'ko');
await world.stop();
