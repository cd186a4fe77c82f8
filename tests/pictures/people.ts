import { at, COLOR, element, escapeXml } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { readInline } from './markdown-tree.ts';
import { fitted, widthOf } from './measure.ts';
import { nameOf } from './payload.ts';
import type { Message, User } from './payload.ts';
import { WORDS } from './words.ts';
import type { Words } from './words.ts';
import { runsOf } from './wrap.ts';

const AVATAR_COLORS = ['#3ba55c', '#eb459e', '#f0883e', '#757e8a', '#9b59b6'];
const SMALL = { size: 14 };

/** A round picture with the first letter of the name. */
export function drawAvatar(user: User, size: number): string {
  const sum = Array.from(user.username).reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  const fill = user.bot ? COLOR.brand : (AVATAR_COLORS[sum % AVATAR_COLORS.length] ?? COLOR.bar);
  const letter = Array.from(nameOf(user))[0]?.toUpperCase() ?? '';
  const middle = {
    x: size / 2,
    y: size * 0.67,
    'text-anchor': 'middle',
    'font-size': size * 0.48,
    'font-weight': 600,
    fill: '#ffffff',
  };
  return element('circle', { cx: size / 2, cy: size / 2, r: size / 2, fill }) + element('text', middle, escapeXml(letter));
}

/** The line above a message: which command was used, or which message is replied to. */
export function drawAbove(message: Message, width: number, words: Words): Drawing {
  const used = message.interaction_metadata?.name === undefined ? message.interaction : message.interaction_metadata;
  const replied = message.referenced_message;
  const user = used?.user ?? replied?.author;
  if (!user) return { svg: '', height: 0 };
  const spine = element('path', { d: 'M-36 22 v-8 a6 6 0 0 1 6 -6 h24', fill: 'none', stroke: COLOR.bar, 'stroke-width': 2 });
  const name = element('tspan', { fill: COLOR.bright, 'font-weight': 600 }, escapeXml(nameOf(user)));
  const after = used
    ? usedCommand(used.name ?? '', words)
    : '  ' + escapeXml(fitted(oneLine(replied), width - 40 - widthOf(nameOf(user), { ...SMALL, bold: true }), SMALL));
  const text = element(
    'text',
    { x: 22, y: 13, fill: COLOR.muted, 'font-size': SMALL.size, 'xml:space': 'preserve' },
    name + after,
  );
  return { svg: spine + at(0, 0, drawAvatar(user, 16)) + text, height: 22 };
}

function usedCommand(name: string, words: Words): string {
  const [before, after] = WORDS[words].used;
  return (
    escapeXml(before) + element('tspan', { fill: COLOR.mention, 'font-weight': 500 }, escapeXml(`/${name}`)) + escapeXml(after)
  );
}

function oneLine(replied: Message['referenced_message']): string {
  const look = { size: 14, color: COLOR.muted, lineHeight: 18 };
  const runs = runsOf(readInline((replied?.content ?? '').replace(/^(?:> |-# )/gm, '').replace(/\s+/g, ' ')), look, {
    now: 0,
    words: 'en',
    names: new Map(replied?.mentions.map((user) => [user.id, nameOf(user)])),
  });
  return runs.map(({ text }) => text).join('');
}
