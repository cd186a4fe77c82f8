import { at, COLOR, element, escapeXml } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { fitted, widthOf } from './measure.ts';
import type { Component } from './payload.ts';
import { WORDS } from './words.ts';
import type { Words } from './words.ts';

const BUTTON = 2;
const LINK = 5;
const BUTTON_COLORS: Record<number, string> = { 1: COLOR.brand, 2: COLOR.bar, 3: '#248046', 4: '#da373c', 5: COLOR.bar };
const FONT = { size: 14, bold: true };
const HEIGHT = 32;
const GAP = 8;
const MENU_WIDTH = 400;
const MENU_HEIGHT = 40;

/** Draws a row of buttons, on as many lines as they need, or a menu. */
export function drawRow(components: readonly Component[], width: number, words: Words): Drawing {
  const menu = components.find(({ type }) => type !== BUTTON);
  return menu ? drawMenu(menu, Math.min(MENU_WIDTH, width), words) : drawButtons(components, width);
}

function drawButtons(buttons: readonly Component[], width: number): Drawing {
  let svg = '';
  let x = 0;
  let y = 0;
  for (const button of buttons) {
    const needed = buttonWidth(button);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += HEIGHT + GAP;
    }
    svg += at(x, y, drawButton(button, needed));
    x += needed + GAP;
  }
  return { svg, height: y + HEIGHT };
}

function captionOf({ emoji, label, style }: Component): string {
  return [emoji?.name, label, style === LINK ? '↗' : null]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' ');
}

function buttonWidth(button: Component): number {
  return Math.round(Math.max(60, widthOf(captionOf(button), FONT) + 32));
}

function drawButton(button: Component, width: number): string {
  const box = element('rect', { width, height: HEIGHT, rx: 8, fill: BUTTON_COLORS[button.style ?? 2] ?? COLOR.bar });
  const caption = element(
    'text',
    { x: width / 2, y: 21, 'text-anchor': 'middle', fill: '#ffffff', 'font-size': FONT.size, 'font-weight': 500 },
    escapeXml(captionOf(button)),
  );
  return element('g', { opacity: button.disabled ? 0.5 : undefined }, box + caption);
}

function drawMenu(menu: Component, width: number, words: Words): Drawing {
  const chosen =
    menu.options?.filter((option) => option.default).map(({ label, emoji }) => [emoji?.name, label].filter(Boolean).join(' ')) ??
    [];
  const shown = chosen.length > 0 ? chosen.join(', ') : (menu.placeholder ?? WORDS[words].placeholder);
  const box = element('rect', {
    x: 0.5,
    y: 0.5,
    width: width - 1,
    height: MENU_HEIGHT - 1,
    rx: 8,
    fill: COLOR.dark,
    stroke: '#3f4147',
  });
  const fill = chosen.length > 0 ? COLOR.text : COLOR.muted;
  const label = element('text', { x: 12, y: 25, fill, 'font-size': 15 }, escapeXml(fitted(shown, width - 56, { size: 15 })));
  const arrow = element('path', {
    d: `M${width - 30} 17 l6 6 l6 -6`,
    fill: 'none',
    stroke: COLOR.text,
    'stroke-width': 2,
    'stroke-linecap': 'round',
  });
  return { svg: element('g', { opacity: menu.disabled ? 0.5 : undefined }, box + label + arrow), height: MENU_HEIGHT };
}
