import { drawMarkdown, TEXT } from './content.ts';
import { at, COLOR, element, stack } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import type { Embed } from './payload.ts';
import type { Look, Surroundings } from './wrap.ts';

const WIDEST = 520;
const PADDING = 14;
const SMALL: Look = { ...TEXT, size: 14, lineHeight: 19 };
const TITLE: Look = { ...TEXT, bold: true, color: COLOR.bright };
const NAME: Look = { ...SMALL, bold: true, color: COLOR.bright };
const FOOTER: Look = { ...TEXT, size: 12, lineHeight: 16 };
const ACROSS = 3;

/** Draws an embed: its title, description, fields and footer. */
export function drawEmbed(embed: Embed, available: number, around: Surroundings): Drawing {
  const width = Math.min(WIDEST, available);
  const inner = width - 4 - 2 * PADDING;
  const title: Look = embed.url === undefined ? TITLE : { ...TITLE, color: COLOR.link };
  const parts = [
    drawMarkdown(embed.title ?? '', inner, around, title),
    drawMarkdown(embed.description ?? '', inner, around, SMALL),
    ...fieldRows(embed).map((row) => drawFields(row, inner, around)),
    drawMarkdown(embed.footer?.text ?? '', inner, around, FOOTER),
  ];
  const inside = stack(
    parts.filter(({ height }) => height > 0),
    8,
  );
  const height = inside.height + 2 * PADDING;
  const color = embed.color === undefined ? COLOR.dark : `#${embed.color.toString(16).padStart(6, '0')}`;
  const bar = element('path', { d: `M4 0 v${height} a4 4 0 0 1 -4 -4 v${8 - height} a4 4 0 0 1 4 -4 z`, fill: color });
  const box = element('rect', { width, height, rx: 4, fill: COLOR.panel });
  return { svg: box + bar + at(4 + PADDING, PADDING, inside.svg), height };
}

type Field = Embed['fields'][number];

/** Fields that stand beside each other: up to three that are inline. */
function fieldRows({ fields }: Embed): Field[][] {
  const rows: Field[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (field.inline && last?.[0]?.inline && last.length < ACROSS) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

function drawFields(row: readonly Field[], width: number, around: Surroundings): Drawing {
  const column = row[0]?.inline ? width / ACROSS : width;
  const drawn = row.map(({ name, value }) =>
    stack([drawMarkdown(name, column - 8, around, NAME), drawMarkdown(value, column - 8, around, SMALL)], 2),
  );
  return {
    svg: drawn.map(({ svg }, index) => at(index * column, 0, svg)).join(''),
    height: Math.max(...drawn.map(({ height }) => height)),
  };
}
