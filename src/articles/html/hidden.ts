/** Whether an element is hidden from a reader of the page, as far as its own attributes and the page's simple style rules say. */

type Attributes = Record<string, string>;

const HIDING =
  /(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|font-size:0(?![.\d]*[1-9])|opacity:0(?![.\d]*[1-9])|color:transparent|content-visibility:hidden|(?:left|top|text-indent|margin-left|margin-top):-\d{3,}|clip:rect\(0|clip-path:inset\((?:50|100)%|transform:scale\(0\))/;
const NO_SIZE = /(?:^|;)(?:max-)?(?:height|width):0(?:px|em|%)?(?:;|!|$)/;
const WHITE = /(?:^|;)color:(?:#fff(?:fff)?|white|rgba?\(255,255,255(?:,[\d.]+)?\)|hsl\(0,0%,100%\))(?:;|!|$)/;
const BACKGROUND = /(?:^|;)background(?:-color|-image)?:([^;]*)/;
const WHITE_BACKGROUND = /^(?:#fff(?:fff)?|white|rgba?\(255,255,255(?:,[\d.]+)?\)|transparent|none|inherit|initial)(?:!important)?$/;
const MAX_STYLE = 2000;
const MAX_SHEET = 300_000;

/** How an element changes what a reader sees: `dark` when it gives itself a background on which white text is seen. */
export interface Visibility {
  hidden: boolean;
  dark: boolean;
}

export function visibilityOf(attributes: Attributes, hiddenNames: ReadonlySet<string>, onDark: boolean): Visibility {
  const style = (attributes['style'] ?? '').slice(0, MAX_STYLE).toLowerCase().replace(/\s+/g, '');
  const background = BACKGROUND.exec(style)?.[1] ?? attributes['bgcolor']?.toLowerCase();
  const dark = onDark || (background !== undefined && !WHITE_BACKGROUND.test(background));
  const white = WHITE.test(style) || /^(?:#fff(?:fff)?|white)$/i.test(attributes['color'] ?? '');
  const hidden = 'hidden' in attributes || isHiding(style) || (white && !dark) || isNamedHidden(attributes, hiddenNames);
  return { hidden, dark };
}

function isHiding(style: string): boolean {
  return HIDING.test(style) || (style.includes('overflow:hidden') && NO_SIZE.test(style));
}

function isNamedHidden(attributes: Attributes, hiddenNames: ReadonlySet<string>): boolean {
  if (hiddenNames.size === 0) return false;
  if (attributes['id'] !== undefined && hiddenNames.has(`#${attributes['id']}`)) return true;
  return (attributes['class'] ?? '').slice(0, MAX_STYLE).split(/\s+/).some((name) => hiddenNames.has(`.${name}`));
}

/** The `.class` and `#id` names that the top-level rules of a style sheet hide; rules inside @media depend on the device and are left out. */
export function hiddenNames(sheet: string): string[] {
  const names: string[] = [];
  const text = sheet.slice(0, MAX_SHEET);
  let depth = 0;
  let selector = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{') {
      if (depth === 0) selector = text.slice(from, at);
      depth++;
      from = at + 1;
    } else if (character === '}') {
      depth = Math.max(0, depth - 1);
      const rules = text.slice(from, at).slice(0, MAX_STYLE).toLowerCase().replace(/\s+/g, '');
      if (depth === 0 && !selector.includes('@') && isHiding(rules)) names.push(...simpleNames(selector));
      from = at + 1;
    }
  }
  return names;
}

function simpleNames(selector: string): string[] {
  return selector
    .slice(-MAX_STYLE)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => /^[.#][\w-]+$/.test(part));
}
