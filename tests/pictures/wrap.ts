/** Inline Markdown as lines of runs that fit into a width. */

import { COLOR, element, escapeXml } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import type { Inline, Style } from './markdown-tree.ts';
import { widthOf } from './measure.ts';
import type { Font } from './measure.ts';
import { writeTime } from './words.ts';
import type { Words } from './words.ts';

export interface Look extends Font {
  color: string;
  lineHeight: number;
  italic?: boolean;
  decoration?: string;
}

export interface Run {
  text: string;
  look: Look;
}

/** What the text of a message depends on beside its Markdown. */
export interface Surroundings {
  /** Milliseconds. */
  now: number;
  words: Words;
  /** Names of the members who are mentioned, by id. */
  names: ReadonlyMap<string, string>;
}

const WITH_STYLE: Record<Style, Partial<Look>> = {
  bold: { bold: true },
  italic: { italic: true },
  underline: { decoration: 'underline' },
  strike: { decoration: 'line-through' },
  spoiler: { color: COLOR.dark },
};

/** The runs of inline Markdown. */
export function runsOf(parts: readonly Inline[], look: Look, around: Surroundings): Run[] {
  return parts.flatMap((part): Run[] => {
    switch (part.type) {
      case 'text':
        return [{ text: part.text, look }];
      case 'style':
        return runsOf(part.children, { ...look, ...WITH_STYLE[part.style] }, around);
      case 'link':
        return runsOf(part.children, { ...look, color: COLOR.link }, around);
      case 'code':
        return [{ text: part.text, look: { ...look, mono: true, size: look.size * 0.875 } }];
      case 'object':
        return [objectOf(part.kind, part.source, look, around)];
    }
  });
}

function objectOf(kind: 'mention' | 'emoji' | 'time', source: string, look: Look, around: Surroundings): Run {
  if (kind === 'mention') return { text: mentionOf(source, around), look: { ...look, color: COLOR.mention } };
  const [, seconds, style] = /^<t:(-?\d+)(?::(\w))?>$/.exec(source) ?? [];
  return { text: seconds === undefined ? source : writeTime(Number(seconds), style ?? 'f', around.now, around.words), look };
}

function mentionOf(source: string, { names }: Surroundings): string {
  const [, member, command] = /^<(?:@!?(\d+)|(\/[^:]+):\d+)>$/.exec(source) ?? [];
  const name = member === undefined ? undefined : names.get(member);
  return command ?? (name === undefined ? source : `@${name}`);
}

const CLOSING = String.raw`[.,!?:;…)\]}»”’」』〉》】%]`;
/** Where browsers break lines: at spaces and between syllables, but not before what closes. */
const UNIT = new RegExp(String.raw`\s+|[\p{Script=Hangul}\p{Script=Han}]${CLOSING}*|[^\s\p{Script=Hangul}\p{Script=Han}]+`, 'gu');

/** Breaks runs into lines no wider than `width` pixels by estimate. */
export function wrap(runs: readonly Run[], width: number): Run[][] {
  const lines: Run[][] = [[]];
  let used = 0;
  for (const { text, look } of runs) {
    for (const unit of text.match(UNIT)?.flatMap((each) => narrowed(each, look, width)) ?? []) {
      const needed = widthOf(unit, look);
      if (used > 0 && used + needed > width && unit.trim() !== '') {
        lines.push([]);
        used = 0;
      }
      if (used === 0 && unit.trim() === '' && lines.length > 1) continue;
      add(lines.at(-1), { text: unit, look });
      used += needed;
    }
  }
  return lines;
}

function add(line: Run[] | undefined, run: Run): void {
  const last = line?.at(-1);
  if (last?.look === run.look) last.text += run.text;
  else line?.push(run);
}

/** A word that is wider than a line, in characters. */
function narrowed(unit: string, look: Look, width: number): string[] {
  return widthOf(unit, look) <= width ? [unit] : Array.from(unit);
}

/** Lines of text, the first at the top. */
export function drawLines(lines: readonly (readonly Run[])[], lineHeight: number): Drawing {
  const svg = lines.map((line, index) => drawLine(line, index * lineHeight, lineHeight)).join('');
  return { svg, height: lines.length * lineHeight };
}

function drawLine(line: readonly Run[], top: number, lineHeight: number): string {
  const size = Math.max(0, ...line.map((run) => run.look.size));
  const spans = line.map(({ text, look }) =>
    element(
      'tspan',
      {
        fill: look.color,
        'font-size': look.size,
        'font-weight': look.bold ? 700 : undefined,
        'font-style': look.italic ? 'italic' : undefined,
        'text-decoration': look.decoration,
        class: look.mono ? 'mono' : undefined,
      },
      escapeXml(text),
    ),
  );
  const y = Math.round((top + lineHeight / 2 + size * 0.36) * 10) / 10;
  return spans.length === 0 ? '' : element('text', { y, 'xml:space': 'preserve' }, spans.join(''));
}
