import { looksLikeOutlet, readByline, readCaptionName, readDateline, readNameBesideDate, readNoticeOwner } from '../text/byline.ts';
import { isNotice } from '../text/notice.ts';
import { dayInKorea, readDateLine, type DateLine } from '../text/published-date.ts';
import { endsWithPeriod } from '../text/shape.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Metadata } from '../types.ts';
import type { Cleaned } from './clean.ts';
import { visibleLine } from './lines.ts';
import type { Block, FoundMetadata } from './reader.ts';

const MAX_TITLE = 300;
const MAX_FIRST_LINE = 120;
const NUMBERS_AND_HASHES = /^(?=.*\d)[\da-f\s._-]*$/i;
const SEPARATOR = /\s(?:[-–—|:<]|::|\/\/)\s/g;

/** What is known of an article: the file's own metadata first, then the lines around the article, then the article. */
export function metadataOf(source: string, found: FoundMetadata, { kept, removed }: Cleaned): Metadata {
  const headline = found.title ?? headlineOf(kept);
  const split = splitTitle(headline ?? '', found.publisher);
  const datelines = kept.slice(0, 12).map((block) => readDateline(block.text));
  const publisher =
    found.publisher ?? datelines.find((line) => line.publisher)?.publisher ?? noticeOwner(removed) ?? split.publisher ?? null;
  return {
    title: visibleLine(split.title).slice(0, MAX_TITLE).toWellFormed() || fallbackTitle(source, kept),
    publisher,
    reporter: found.reporter ?? datelines.find((line) => line.reporter)?.reporter ?? reporterOf(kept, removed),
    date: (found.date === undefined ? null : dayInKorea(found.date)) ?? publishedDay(kept, removed),
    url: webAddress(found.url),
  };
}

/** The first line, when it reads like a headline and not like the first paragraph. */
function headlineOf(kept: Block[]): string | undefined {
  const heading = kept.slice(0, 5).find((block) => block.level === 1) ?? kept[0];
  if (!heading || kept.length < 2) return undefined;
  const { text, level } = heading;
  return text.length <= MAX_FIRST_LINE && (level > 0 || !endsWithPeriod(text)) ? text : undefined;
}

/** Takes the name of the site off a title ("… | Sky News"); sections between them go too ("… < Local < Sky News"). */
export function splitTitle(title: string, publisher?: string): { title: string; publisher: string | null } {
  const short = title.slice(0, MAX_TITLE);
  const separators = [...short.matchAll(SEPARATOR)];
  const [first, last] = [separators[0], separators.at(-1)];
  if (!first || !last) return { title, publisher: null };
  const isSite = (name: string) => name === publisher || looksLikeOutlet(name);
  const before = short.slice(0, first.index);
  const after = short.slice(last.index + last[0].length).replace(/[\s:]{1,5}$/, '');
  if (isSite(after)) {
    const sections = separators.find((separator) => separator[0].trim() === '<');
    const end = sections?.index ?? last.index;
    if (end >= 4) return { title: short.slice(0, end), publisher: after };
  }
  return isSite(before) ? { title: title.slice(first.index + first[0].length), publisher: before } : { title, publisher: null };
}

/** The file's name; where that only counts or hashes ("004_30966156bb8f") the first sentence says more. */
function fallbackTitle(source: string, kept: Block[]): string {
  const name = source.slice(source.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const stem = visibleLine(dot > 0 ? name.slice(0, dot) : name);
  const line = kept[0]?.text ?? '';
  if (stem !== '' && (line === '' || !NUMBERS_AND_HASHES.test(stem))) return stem;
  const sentence = line.slice(0, splitSentences(line)[0]?.end);
  if (sentence === '') return 'untitled';
  return sentence.length <= MAX_FIRST_LINE ? sentence : `${sentence.slice(0, MAX_FIRST_LINE).toWellFormed()}…`;
}

function noticeOwner(removed: Block[]): string | null {
  for (const { text } of removed) {
    const owner = isNotice(text) ? readNoticeOwner(text) : null;
    if (owner) return owner;
  }
  return null;
}

function reporterOf(kept: Block[], removed: Block[]): string | null {
  const byline = removed.map((block) => readByline(block.text)).find(Boolean);
  const beside = removed.filter((block) => readDateLine(block.text)).map((block) => readNameBesideDate(block.text));
  return byline ?? beside.find(Boolean) ?? kept.map((block) => readCaptionName(block.text)).find(Boolean) ?? null;
}

/** The day of a line that was taken off the page; a change only counts when nothing says when it was published. */
function publishedDay(kept: Block[], removed: Block[]): string | null {
  const dates = removed.map((block) => readDateLine(block.text)).filter((line): line is DateLine => line !== undefined);
  const clocks = kept.slice(0, 6).map((block) => readDateLine(block.text)).filter((line) => line?.clock === true);
  const best = dates.find((line) => line.labelled && !line.modified) ?? dates.find((line) => line.clock) ?? clocks[0] ?? dates[0];
  return best?.day ?? null;
}

function webAddress(url: string | undefined): string | null {
  if (!url || url.length > 2000 || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
}
