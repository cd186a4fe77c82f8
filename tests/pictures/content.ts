/** Markdown of a message or an embed, drawn. */

import { at, COLOR, element, padded, stack } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { readBlocks } from './markdown-tree.ts';
import type { Block } from './markdown-tree.ts';
import { widthOf } from './measure.ts';
import { drawLines, runsOf, wrap } from './wrap.ts';
import type { Look, Run, Surroundings } from './wrap.ts';

export const TEXT: Look = { size: 16, color: COLOR.text, lineHeight: 22 };

const HEADINGS: Record<number, Partial<Look>> = {
  1: { size: 24, lineHeight: 32 },
  2: { size: 20, lineHeight: 28 },
  3: { size: 16, lineHeight: 24 },
};
const INDENT = 20;

/** Draws Markdown within a width in pixels. */
export function drawMarkdown(markdown: string, width: number, around: Surroundings, look = TEXT): Drawing {
  return markdown.trim() === '' ? { svg: '', height: 0 } : drawBlocks(readBlocks(markdown.trim()), width, around, look);
}

function drawBlocks(blocks: readonly Block[], width: number, around: Surroundings, look: Look): Drawing {
  return stack(blocks.map((block) => drawBlock(block, width, around, look)));
}

function drawBlock(block: Block, width: number, around: Surroundings, look: Look): Drawing {
  switch (block.type) {
    case 'paragraph':
      return drawRuns(runsOf(block.children, look, around), width, look);
    case 'heading': {
      const large = { ...look, ...HEADINGS[block.level], bold: true, color: COLOR.bright };
      return padded(drawRuns(runsOf(block.children, large, around), width, large), { top: 8 });
    }
    case 'subtext': {
      const small = { ...look, size: 13, lineHeight: 18, color: COLOR.muted };
      return drawRuns(runsOf(block.children, small, around), width, small);
    }
    case 'item': {
      const room = Math.max(INDENT, widthOf(block.marker, look) + 10);
      const left = room + Math.floor(block.indent / 2) * INDENT;
      const marker = drawLines([[{ text: block.marker, look }]], look.lineHeight);
      const text = drawRuns(runsOf(block.children, look, around), width - left, look);
      return { svg: at(left - room + 4, 0, marker.svg) + at(left, 0, text.svg), height: text.height };
    }
    case 'fence':
      return drawFence(block.text, width, look);
    case 'quote': {
      const inside = drawBlocks(block.blocks, width - 16, around, look);
      return {
        svg: element('rect', { width: 4, height: inside.height, rx: 2, fill: COLOR.bar }) + at(16, 0, inside.svg),
        height: inside.height,
      };
    }
  }
}

function drawRuns(runs: readonly Run[], width: number, look: Look): Drawing {
  return drawLines(wrap(runs, width), look.lineHeight);
}

function drawFence(code: string, width: number, look: Look): Drawing {
  const mono = { ...look, mono: true, size: 14, lineHeight: 18 };
  const lines = code.split('\n').flatMap((text) => wrap([{ text, look: mono }], width - 20));
  const inside = drawLines(lines, mono.lineHeight);
  const box = element('rect', {
    x: 0.5,
    y: 4.5,
    width: width - 1,
    height: inside.height + 15,
    rx: 4,
    fill: COLOR.panel,
    stroke: COLOR.dark,
  });
  return { svg: box + at(10, 12, inside.svg), height: inside.height + 24 };
}
