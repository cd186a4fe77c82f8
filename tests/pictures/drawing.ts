/** Pieces of SVG that know how tall they are. */

export interface Drawing {
  svg: string;
  /** Pixels. */
  height: number;
}

export const COLOR = {
  background: '#313338',
  text: '#dbdee1',
  bright: '#f2f3f5',
  muted: '#949ba4',
  link: '#00a8fc',
  mention: '#c9cdfb',
  panel: '#2b2d31',
  dark: '#1e1f22',
  bar: '#4e5058',
  brand: '#5865f2',
} as const;

export function escapeXml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text
    .replace(/[&<>"']/g, (character) => names[character] ?? character)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

/** An element with its attributes; those that are undefined are left out. The content is SVG already. */
export function element(name: string, attributes: Record<string, string | number | undefined>, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  return `<${name}${written}>${content}</${name}>`;
}

export function at(x: number, y: number, svg: string): string {
  return element('g', { transform: `translate(${x} ${y})` }, svg);
}

/** Drawings below each other. */
export function stack(drawings: readonly Drawing[], gap = 0): Drawing {
  let height = 0;
  let svg = '';
  for (const drawing of drawings) {
    if (height > 0) height += gap;
    svg += at(0, height, drawing.svg);
    height += drawing.height;
  }
  return { svg, height };
}

/** A drawing with room around it. */
export function padded(drawing: Drawing, { left = 0, top = 0, bottom = 0 }): Drawing {
  return { svg: at(left, top, drawing.svg), height: top + drawing.height + bottom };
}
