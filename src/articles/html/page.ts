import { collapseSpaces } from '../../text/normalize.ts';
import { visibleText } from '../lines.ts';
import { blockOf, type Block } from '../reader.ts';
import { hiddenNames, visibilityOf } from './hidden.ts';
import { isAround, isBlock, isBodyElement, UNREAD } from './zones.ts';

type Attributes = Record<string, string>;

/** A line of the page and the parts of the page it stands in (numbers of zones, 0 for none). */
export interface PageBlock extends Block {
  /** The outermost part around the article: a menu, a list of other articles, comments. */
  around: number;
  /** The body elements it stands in, outermost first. */
  bodies: number[];
}

/** What the head of a page and its scripts say, before it is interpreted. */
export interface PageFacts {
  title: string;
  meta: Map<string, string>;
  canonical: string;
  times: string[];
  scripts: string[];
}

interface Context {
  name: string;
  /** Whether it begins and ends a line. */
  block: boolean;
  /** The text is not read: a script, a hidden element. */
  unread: boolean;
  dark: boolean;
  link: boolean;
  preformatted: boolean;
  level: number;
  item: boolean;
  around: number;
  bodies: number[];
}

const ROOT: Context = { name: '', block: true, unread: false, dark: false, link: false, preformatted: false, level: 0, item: false, around: 0, bodies: [] };
const HEADING = /^h[1-6]$/;
const ITEMS = new Set(['li', 'dd', 'dt']);
const RAW = new Set(['script', 'style', 'title']);
const CELLS = new Set(['td', 'th']);
const PARAGRAPHS = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'blockquote', 'figure', 'section', 'pre', 'hr']);
const VOID = new Set('area base br col hr img input link meta param source track wbr embed'.split(' '));
const MAX_FACTS = 300;
const MAX_SCRIPT = 300_000;

/** Collects the visible lines and the metadata of a page from the events of a parser. */
export class PageCollector {
  readonly blocks: PageBlock[] = [];
  readonly facts: PageFacts = { title: '', meta: new Map(), canonical: '', times: [], scripts: [] };
  readonly #stack: Context[] = [];
  readonly #hidden = new Set<string>();
  #zones = 0;
  #parts: string[] = [];
  #linked = 0;
  #length = 0;
  #gap = false;
  #rowBroken = false;
  #raw: { name: string; json: boolean; text: string } | undefined;

  get depth(): number {
    return this.#stack.length;
  }

  /** Whether a script, a style sheet or the title is being read. */
  get isRaw(): boolean {
    return this.#raw !== undefined;
  }

  /** Forgets the open elements: the parser starts anew in a page that is nested too deeply. */
  forget(): void {
    this.#stack.length = 0;
  }

  open(name: string, attributes: Attributes): void {
    this.#readFacts(name, attributes);
    const above = this.#stack.at(-1) ?? ROOT;
    const block = isBlock(name, attributes);
    if (block) this.#breakLine(above, name);
    else if (CELLS.has(name)) this.#startCell(above);
    if (VOID.has(name)) return;
    this.#stack.push({ ...this.#contextOf(name, attributes, above), block });
  }

  close(name: string): void {
    const context = this.#stack.at(-1);
    if (context?.name !== name) return;
    if (context.block) this.#breakLine(context, name);
    this.#stack.pop();
    if (this.#raw?.name === name) this.#endRaw();
  }

  text(text: string): void {
    const context = this.#stack.at(-1) ?? ROOT;
    if (this.#raw) this.#raw.text += this.#raw.text.length < MAX_SCRIPT ? text : '';
    else if (!context.unread) this.#addText(text, context);
  }

  end(): void {
    this.#breakLine(this.#stack.at(-1) ?? ROOT, 'html');
  }

  #contextOf(name: string, attributes: Attributes, above: Context): Omit<Context, 'block'> {
    const seen = visibilityOf(attributes, this.#hidden, above.dark);
    const body = isBodyElement(name, attributes);
    return {
      name,
      dark: seen.dark,
      unread: above.unread || seen.hidden || UNREAD.has(name) || name === 'title',
      link: above.link || (name === 'a' && 'href' in attributes),
      preformatted: above.preformatted || name === 'pre',
      level: headingLevel(name, above),
      item: ITEMS.has(name) || (above.item && !HEADING.test(name)),
      around: above.around || (isAround(name, attributes) ? ++this.#zones : 0),
      bodies: body && above.bodies.length < 20 ? [...above.bodies, ++this.#zones] : above.bodies,
    };
  }

  #addText(text: string, context: Context): void {
    if (!context.preformatted) {
      this.#add(text, context);
      return;
    }
    text.split('\n').forEach((line, index) => {
      if (index > 0) this.#breakLine(context, 'br');
      this.#add(line, context);
    });
  }

  #add(text: string, context: Context): void {
    this.#parts.push(text);
    const length = text.trim().length;
    this.#length += length;
    if (context.link) this.#linked += length;
  }

  /** The cells of a row make a line, unless one of them holds lines of its own: then the table only lays out the page. */
  #startCell(above: Context): void {
    if (this.#rowBroken) this.#breakLine(above, 'td');
    else this.#add(' ', above);
  }

  #breakLine(context: Context, name: string): void {
    this.#rowBroken = name !== 'tr';
    const text = this.#parts.length === 0 ? '' : collapseSpaces(visibleText(this.#parts.join('')));
    if (text !== '') {
      const links = this.#length === 0 ? 0 : this.#linked / this.#length;
      const { level, item, around, bodies } = context;
      this.blocks.push({ ...blockOf(text, { level, item, links, gap: this.#gap }), around, bodies });
      this.#gap = false;
    }
    if (PARAGRAPHS.has(name) || (text === '' && name === 'br')) this.#gap = true;
    this.#parts = [];
    this.#linked = 0;
    this.#length = 0;
  }

  #readFacts(name: string, attributes: Attributes): void {
    if (RAW.has(name)) this.#raw = { name, text: '', json: (attributes['type'] ?? '').includes('ld+json') };
    else if (name === 'meta') this.#readMeta(attributes);
    else if (name === 'link' && attributes['rel'] === 'canonical') this.facts.canonical ||= attributes['href'] ?? '';
    else if (name === 'time' && attributes['datetime'] && this.facts.times.length < 5) this.facts.times.push(attributes['datetime']);
    else if (attributes['itemprop'] && attributes['content'] !== undefined) this.#setMeta(attributes['itemprop'], attributes['content']);
  }

  #readMeta(attributes: Attributes): void {
    for (const key of ['property', 'name', 'itemprop']) {
      const name = attributes[key];
      if (name && attributes['content'] !== undefined) this.#setMeta(name, attributes['content']);
    }
  }

  #setMeta(name: string, content: string): void {
    const key = name.toLowerCase().slice(0, 100);
    const { meta } = this.facts;
    if (content.trim() !== '' && !meta.has(key) && meta.size < MAX_FACTS) meta.set(key, content.slice(0, 1000));
  }

  #endRaw(): void {
    const { name = '', json = false, text = '' } = this.#raw ?? {};
    this.#raw = undefined;
    if (name === 'title') this.facts.title ||= text;
    else if (name === 'style') for (const hidden of hiddenNames(text)) this.#hidden.add(hidden);
    else if (json && this.facts.scripts.length < 20) this.facts.scripts.push(text);
  }
}

function headingLevel(name: string, above: Context): number {
  if (HEADING.test(name)) return Number(name[1]);
  return name === 'li' ? 0 : above.level;
}
