import { drawMarkdown } from './content.ts';
import { drawRow } from './controls.ts';
import { at, COLOR, element, escapeXml, padded, stack } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { drawEmbed } from './embed.ts';
import { drawAbove, drawAvatar } from './people.ts';
import { fitted, widthOf } from './measure.ts';
import { nameOf } from './payload.ts';
import type { Message } from './payload.ts';
import { WORDS, writeTime } from './words.ts';
import type { Words } from './words.ts';

const LEFT = 72;
const RIGHT = 24;
const EPHEMERAL = 1 << 6;
const HEADER_HEIGHT = 24;

/** Draws messages below each other as a whole SVG file in Discord's dark colours, `width` pixels wide. */
export function drawMessages(
  messages: readonly Message[],
  { width = 720, words = 'en' }: { width?: number; words?: Words } = {},
): string {
  const all = padded(stack(messages.map((message) => drawMessage(message, width, words))), { top: 8, bottom: 8 });
  const height = Math.ceil(all.height);
  const style = element('style', {}, `text{font-family:${TEXT_FONTS}} .mono{font-family:${CODE_FONTS}}`);
  const background = element('rect', { width, height, rx: 8, fill: COLOR.background });
  const size = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` };
  return `${element('svg', { ...size, 'font-size': 16 }, style + background + all.svg)}\n`;
}

const KOREAN_FONTS = "'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR','Noto Sans CJK KR','NanumGothic'";
const TEXT_FONTS = `'gg sans','Noto Sans','Helvetica Neue',Helvetica,Arial,${KOREAN_FONTS},sans-serif`;
const CODE_FONTS = `Consolas,'Andale Mono','Courier New',Menlo,'DejaVu Sans Mono',${KOREAN_FONTS},monospace`;

function drawMessage(message: Message, width: number, words: Words): Drawing {
  const inner = width - LEFT - RIGHT;
  const names = new Map(message.mentions.map((user) => [user.id, nameOf(user)]));
  const around = { now: Date.parse(message.timestamp), words, names };
  const isEphemeral = (message.flags & EPHEMERAL) !== 0;
  const parts = [
    ...message.embeds.map((embed) => drawEmbed(embed, inner, around)),
    ...message.components.map(({ components }) => drawRow(components, inner, words)),
  ].map((part) => padded(part, { top: 8 }));
  if (isEphemeral) parts.push(padded(drawOnlyYou(words), { top: 6 }));
  const body = stack([{ svg: '', height: HEADER_HEIGHT }, drawMarkdown(message.content, inner, around), ...parts]);
  const above = drawAbove(message, inner, words);
  const top = 8 + above.height;
  const height = Math.max(top + body.height, top + 44) + 8;
  const tint =
    element('rect', { width, height, fill: COLOR.brand, 'fill-opacity': 0.08 }) +
    element('rect', { width: 2, height, fill: COLOR.brand });
  const person = at(16, top + 2, drawAvatar(message.author, 40)) + at(LEFT, top, drawHeader(message, inner, words));
  return { svg: (isEphemeral ? tint : '') + at(LEFT, 6, above.svg) + person + at(LEFT, top, body.svg), height };
}

/** Name, badge and time. The badge stands where the name ends by estimate: an SVG cannot measure text. */
function drawHeader({ author, timestamp }: Message, width: number, words: Words): string {
  const font = { size: 16, bold: true };
  const name = fitted(nameOf(author), width / 2, font);
  let x = widthOf(name, font) + 6;
  let svg = element('text', { y: 16, fill: COLOR.bright, 'font-weight': 600 }, escapeXml(name));
  if (author.bot) {
    const badge = 12 + widthOf(WORDS[words].app, { size: 11, bold: true });
    svg += element('rect', { x, y: 3, width: badge, height: 16, rx: 4, fill: COLOR.brand });
    const middle = { x: x + badge / 2, y: 15, 'text-anchor': 'middle', fill: '#ffffff', 'font-size': 11, 'font-weight': 600 };
    svg += element('text', middle, escapeXml(WORDS[words].app));
    x += badge + 6;
  }
  const time = WORDS[words].today(writeTime(Date.parse(timestamp) / 1000, 't', 0, words));
  return svg + element('text', { x, y: 15, fill: COLOR.muted, 'font-size': 12 }, escapeXml(time));
}

function drawOnlyYou(words: Words): Drawing {
  const { onlyYou, dismiss } = WORDS[words];
  const eye = element('path', { d: 'M1 8 q7 -9 14 0 q-7 9 -14 0 z', fill: 'none', stroke: COLOR.muted, 'stroke-width': 1.5 });
  const pupil = element('circle', { cx: 8, cy: 8, r: 2.2, fill: COLOR.muted });
  const link = element('tspan', { fill: COLOR.link }, escapeXml(dismiss));
  const text = element('text', { x: 22, y: 12, fill: COLOR.muted, 'font-size': 12 }, `${escapeXml(onlyYou)} • ${link}`);
  return { svg: eye + pupil + text, height: 18 };
}
