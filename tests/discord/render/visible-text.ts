import { WORD_JOINER } from '../../../src/discord/render/markdown-escape.ts';
import { readBlocks } from '../../pictures/markdown-tree.ts';
import type { Block, Inline } from '../../pictures/markdown-tree.ts';

/** What a reader sees of Markdown, without its looks; what Discord would show as something else stands in ⟦⟧. */
export function visibleText(markdown: string): string {
  return readBlocks(markdown).map(textOfBlock).join('\n').replaceAll(`@${WORD_JOINER}`, '@');
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'quote':
      return block.blocks.map(textOfBlock).join('\n');
    case 'fence':
      return block.text;
    case 'item':
      return `⟦${block.marker}⟧${block.children.map(textOf).join('')}`;
    case 'heading':
    case 'subtext':
    case 'paragraph':
      return block.children.map(textOf).join('');
  }
}

function textOf(part: Inline): string {
  switch (part.type) {
    case 'text':
    case 'code':
      return part.text;
    case 'style':
    case 'link':
      return part.children.map(textOf).join('');
    case 'object':
      return `⟦${part.source}⟧`;
  }
}

/** What of Markdown would be more than text: styles, links, mentions, blocks; none for plain text. */
export function markupOf(markdown: string): string[] {
  return readBlocks(markdown).flatMap((block) => {
    if (block.type === 'quote') return ['quote'];
    if (block.type === 'fence') return ['fence'];
    const inside = block.children.flatMap((part) => (part.type === 'text' ? [] : [part.type]));
    return block.type === 'paragraph' ? inside : [block.type, ...inside];
  });
}

/** A mention as the servers look for it in the raw text. */
export const RAW_MENTION = /@(?:everyone|here)|<@[!&]?\d+>|<#\d+>|<\/[^>\n]+:\d+>|<a?:\w+:\d+>|<t:-?\d+|<id:\w+/i;
