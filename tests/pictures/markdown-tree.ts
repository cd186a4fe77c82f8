/** A small model of how Discord reads Markdown, after the rules of its clients (made with simple-markdown). */

export type Style = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'style'; style: Style; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; url: string; children: Inline[] }
  /** A mention, a custom or named emoji, a time: anything that is shown as something else. */
  | { type: 'object'; kind: 'mention' | 'emoji' | 'time'; source: string };

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; level: number; children: Inline[] }
  | { type: 'subtext'; children: Inline[] }
  | { type: 'item'; marker: string; indent: number; children: Inline[] }
  | { type: 'fence'; language: string; text: string }
  | { type: 'quote'; blocks: Block[] };

const INSIDE_LABEL = String.raw`(?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*`;
const LINK = new RegExp(String.raw`\[(${INSIDE_LABEL})\]\(\s*<?((?:[^\s\\]|\\.)*?)>?(?:\s+['"].*?['"])?\s*\)`, 'y');
const STYLES: [Style, RegExp][] = [
  ['bold', /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y],
  ['underline', /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y],
  ['italic', /\*(?=\S)((?:\\[\s\S]|\*\*|[^\\*])+?)\*(?!\*)/y],
  ['italic', /\b_((?:__|\\[\s\S]|[^\\_])+?)_\b/y],
  ['strike', /~~((?:\\[\s\S]|[^\\])+?)~~(?!_)/y],
  ['spoiler', /\|\|([\s\S]+?)\|\|/y],
];
const OBJECTS: ['mention' | 'emoji' | 'time', RegExp][] = [
  ['mention', /@(?:everyone|here)|<@[!&]?\d+>|<#\d+>|<\/[^>\n]+:\d+>|<id:\w+(?::\d+)?>/y],
  ['emoji', /<a?:\w+:\d+>|:[\w+-]+:/y],
  ['time', /<t:-?\d+(?::[tTdDfFR])?>/y],
];
const ADDRESS =
  /<((?:https?|steam|mailto|tel):[^\s>]+)>|((?:https?|steam):\/\/[^\s<]+[^<.,:;"'\]\s])|(discord(?:app)?\.(?:gg|com)\/\S+)/y;
const PLAIN = /[^\s!-/:-@[-`{-~]+|\s+/y;

/** The parts of a line or of a label. */
export function readInline(source: string): Inline[] {
  const parts: Inline[] = [];
  for (let offset = 0; offset < source.length;) {
    const { part, length } = readPart(source, offset);
    const last = parts.at(-1);
    if (part.type === 'text' && last?.type === 'text') last.text += part.text;
    else parts.push(part);
    offset += length;
  }
  return parts;
}

interface Read {
  part: Inline;
  length: number;
}

function readPart(source: string, offset: number): Read {
  return (
    readPlain(source, offset) ??
    readCode(source, offset) ??
    readLink(source, offset) ??
    readObject(source, offset) ??
    readStyle(source, offset) ?? { part: { type: 'text', text: source.charAt(offset) }, length: 1 }
  );
}

function matchAt(pattern: RegExp, source: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(source);
}

function readPlain(source: string, offset: number): Read | null {
  if (source.startsWith('discord', offset)) return null;
  const escape = matchAt(/\\([^0-9A-Za-z\s])/y, source, offset);
  if (escape) return { part: { type: 'text', text: escape[1] ?? '' }, length: 2 };
  if (/^https?:/.test(source.slice(offset, offset + 6))) return null;
  const plain = matchAt(PLAIN, source, offset)?.[0].split(/(?<=.)(?=https?:|discord)/)[0];
  return plain === undefined ? null : { part: { type: 'text', text: plain }, length: plain.length };
}

function readCode(source: string, offset: number): Read | null {
  const match = matchAt(/(`+)([\s\S]*?[^`])\1(?!`)/y, source, offset);
  return match && { part: { type: 'code', text: match[2] ?? '' }, length: match[0].length };
}

function readLink(source: string, offset: number): Read | null {
  const match = matchAt(LINK, source, offset);
  if (match)
    return { part: { type: 'link', url: match[2] ?? '', children: readInline(match[1] ?? '') }, length: match[0].length };
  const address = matchAt(ADDRESS, source, offset);
  const url = address?.[1] ?? address?.[2] ?? address?.[3] ?? '';
  return address && { part: { type: 'link', url, children: [{ type: 'text', text: url }] }, length: address[0].length };
}

function readObject(source: string, offset: number): Read | null {
  for (const [kind, pattern] of OBJECTS) {
    const match = matchAt(pattern, source, offset);
    if (match) return { part: { type: 'object', kind, source: match[0] }, length: match[0].length };
  }
  return null;
}

function readStyle(source: string, offset: number): Read | null {
  for (const [style, pattern] of STYLES) {
    const match = matchAt(pattern, source, offset);
    if (match) return { part: { type: 'style', style, children: readInline(match[1] ?? '') }, length: match[0].length };
  }
  return null;
}

const FENCE = /```(?:([\w+-]+)\n|\n)?([\s\S]*?)\n?```/;

/** The blocks of a message, one a line but for fences and quotes. */
export function readBlocks(markdown: string): Block[] {
  const fence = FENCE.exec(markdown);
  if (fence === null) return readQuotes(markdown);
  const { index, 0: whole, 1: language = '', 2: text = '' } = fence;
  const before = index > 0 ? readQuotes(markdown.slice(0, index).replace(/\n$/, '')) : [];
  const rest = markdown.slice(index + whole.length).replace(/^\n/, '');
  return [...before, { type: 'fence', language, text }, ...(rest === '' ? [] : readBlocks(rest))];
}

function readQuotes(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const toTheEnd = /^ *>>> /.exec(line);
    if (toTheEnd)
      return [
        ...blocks,
        { type: 'quote', blocks: readQuotes([line.slice(toTheEnd[0].length), ...lines.slice(index + 1)].join('\n')) },
      ];
    const quoted = /^ *> (.*)$/.exec(line);
    const last = blocks.at(-1);
    if (!quoted) blocks.push(readLine(line));
    else if (last?.type === 'quote') last.blocks.push(readLine(quoted[1] ?? ''));
    else blocks.push({ type: 'quote', blocks: [readLine(quoted[1] ?? '')] });
  }
  return blocks;
}

function readLine(line: string): Block {
  const heading = /^\s*(#{1,3})\s+(?=\S)/.exec(line);
  if (heading) return { type: 'heading', level: heading[1]?.length ?? 1, children: readInline(line.slice(heading[0].length)) };
  const subtext = /^\s*-#\s+(?=\S)/.exec(line);
  if (subtext) return { type: 'subtext', children: readInline(line.slice(subtext[0].length)) };
  const item = /^(\s*)([*+-]|\d+\.)\s+(?=\S)/.exec(line);
  if (!item) return { type: 'paragraph', children: readInline(line) };
  const marker = /\d/.test(item[2] ?? '') ? (item[2] ?? '') : '•';
  return { type: 'item', marker, indent: item[1]?.length ?? 0, children: readInline(line.slice(item[0].length)) };
}
