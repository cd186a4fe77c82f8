import { readByline } from '../../text/byline.ts';
import { PORTALS } from '../furniture.ts';
import { visibleLine } from '../lines.ts';
import type { FoundMetadata } from '../reader.ts';
import { splitTitle } from '../metadata.ts';
import type { PageFacts } from './page.ts';

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/;
const MAX_NODES = 2000;

/** What JSON-LD says of an article. */
type Node = Record<string, unknown>;

const DATES =
  'article:published_time og:article:published_time datepublished article:published date pubdate publishdate dc.date dc.date.issued parsely-pub-date sailthru.date og:regdate regdate';
const AUTHORS = 'author article:author dable:author byl dc.creator parsely-author';
const MEDIA = 'og:article:author twitter:creator article:media_name';

/** The metadata of a page: JSON-LD first for who and when, OpenGraph for title and site, then the older tags. */
export function factsOf({ title, meta, canonical, times, scripts }: PageFacts): FoundMetadata & { isArticle: boolean } {
  const node = articleNode(scripts);
  const of = (names: string) => names.split(' ').map((name) => visibleLine(meta.get(name) ?? '')).find(Boolean);
  const site = of('og:site_name application-name');
  const publisher = publisherOf(textOf(node?.['publisher']), site, of(MEDIA));
  const headline = of('og:title twitter:title') ?? textOf(node?.['headline']) ?? visibleLine(title);
  const found = {
    title: siteOff(headline, [publisher, site]),
    publisher,
    reporter: reporterOf(textOf(node?.['author']) ?? of(AUTHORS), publisher),
    date: textOf(node?.['datePublished']) ?? of(DATES) ?? times[0],
    url: [canonical, of('og:url'), textOf(node?.['url']), textOf(node?.['mainEntityOfPage'])].find(Boolean),
  };
  return { ...known(found), isArticle: node !== undefined || of('og:type') === 'article' };
}

/** The fields that are known. */
function known(found: Record<keyof FoundMetadata, string | undefined>): FoundMetadata {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value));
}

/** The first object of the page's JSON-LD that is an article. */
function articleNode(scripts: string[]): Node | undefined {
  for (const script of scripts) {
    const queue: unknown[] = [parsed(script)];
    for (let looked = 0; queue.length > 0 && looked < MAX_NODES; looked++) {
      const value = queue.shift();
      if (Array.isArray(value)) queue.push(...(value.slice(0, 100) as unknown[]));
      else if (isNode(value)) {
        const type: unknown = value['@type'];
        const types: unknown[] = Array.isArray(type) ? type : [type];
        if (types.some((one) => typeof one === 'string' && ARTICLE_TYPE.test(one))) return value;
        queue.push(value['@graph'], value['mainEntity']);
      }
    }
  }
  return undefined;
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script.trim());
  } catch {
    // Broken JSON-LD is common; the other tags are used instead.
    return undefined;
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string, or the name (or address) of an object, or of the first few of a list. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return visibleLine(value.slice(0, 500)) || undefined;
  if (Array.isArray(value)) return value.slice(0, 3).flatMap((one: unknown) => textOf(one) ?? []).join(', ') || undefined;
  return isNode(value) ? textOf(value['name'] ?? value['@id'] ?? value['url']) : undefined;
}

/** A portal shows articles of others: their name stands beside its own, or in another tag. */
function publisherOf(named: string | undefined, site: string | undefined, media: string | undefined): string | undefined {
  const names = [named, site, media].flatMap((name) => name?.split(/\s[-|]\s/).find((part) => !isPortal(part)) ?? []);
  return names.find((name) => !/^(?:https?:|@)/.test(name)) ?? site;
}

function isPortal(name: string): boolean {
  return PORTALS.split('/').includes(name.toLowerCase());
}

function reporterOf(author: string | undefined, publisher: string | undefined): string | undefined {
  if (!author || /^https?:/.test(author) || author === publisher || author.length > 80) return undefined;
  return readByline(author) || author.replace(/\s?[(<]?[\w.+-]{1,64}@[\w.-]{1,80}[)>]?/g, '').trim() || undefined;
}

function siteOff(title: string, sites: (string | undefined)[]): string {
  for (const site of sites) {
    const split = splitTitle(title, site);
    if (split.publisher !== null) return split.title;
  }
  return title;
}
