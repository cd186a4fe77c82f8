import type { Status } from '../../app.ts';
import type { IndexedArticle } from '../../search/index-port.ts';
import type { Language } from '../../types.ts';
import { wordingIn } from '../../wording/wording.ts';
import { customId } from '../custom-id.ts';
import { rows } from '../render/components.ts';
import { plainLine, sourceLink } from '../render/markdown.ts';
import { shorten, shortenTitle } from '../render/markdown-shorten.ts';
import { menu } from '../render/menu.ts';
import { pageButtons, pageOf } from '../render/paging.ts';
import { timestamp } from '../render/time.ts';
import type { Content } from '../respond.ts';
import { sourcesWords } from '../wording/sources.ts';
import { choicesOf, shortLine } from './choices.ts';
import type { SourceList } from './source-list.ts';

/** What the messages are made of. */
export type Sources = Pick<SourceList, 'all' | 'key' | 'nearest' | 'search' | 'status'>;

/** Names of the handlers of what these messages carry. */
export const HANDLERS = { page: 'sources-page', open: 'sources-open', show: 'sources-show', leaf: 'sources-leaf' } as const;

const A_PAGE = 10;
const TITLE_CHARACTERS = 80;
const LONGEST_TITLE = 250;
const DETAIL_CHARACTERS = 60;
const FILE_CHARACTERS = 200;
const COPIES_SHOWN = 3;
const NEAREST_SHOWN = 5;
const BUTTON_CHARACTERS = 80;
const HASH_CHARACTERS = 12;
const TYPED_CHARACTERS = 100;

/** A page of all articles, newest first. */
export function listMessage(sources: Sources, number: number, language: Language): Content {
  const words = sourcesWords[language];
  const all = sources.all();
  if (all.length === 0) return emptyMessage(language);
  const page = pageOf(all, number, A_PAGE);
  const position = page.of > 1 ? ` · ${words.page(page.number, page.of)}` : '';
  return {
    content: `**${words.count(all.length)}**${position}`,
    embeds: [{ description: linesOf(page.entries, language, (page.number - 1) * A_PAGE) }],
    components: [
      openMenu(sources, page.entries, language),
      ...rows(pageButtons(page, words, (other) => customId(HANDLERS.page, other))),
    ],
  };
}

/** What a search brought; one match is shown in full. */
export function searchMessage(sources: Sources, text: string, language: Language): Content {
  const words = sourcesWords[language];
  if (sources.all().length === 0) return emptyMessage(language);
  const matches = sources.search(text);
  const [first, ...rest] = matches;
  if (!first) return unknownMessage(sources, text, language);
  if (rest.length === 0) return articleMessage(sources, first, language);
  const shown = matches.slice(0, A_PAGE);
  const hidden = matches.length - shown.length;
  return {
    content: [
      `**${words.found(plainLine(shorten(text, TYPED_CHARACTERS)), matches.length)}**`,
      ...(hidden > 0 ? [words.more(hidden)] : []),
    ].join('\n'),
    embeds: [{ description: linesOf(shown, language, 0) }],
    components: [openMenu(sources, shown, language)],
  };
}

/** No article of that name; buttons to the nearest titles. */
export function unknownMessage(sources: Sources, text: string, language: Language): Content {
  const words = sourcesWords[language];
  if (sources.all().length === 0) return emptyMessage(language);
  const nearest = sources.nearest(text, NEAREST_SHOWN);
  const buttons = nearest.map((article) => {
    return { id: customId(HANDLERS.show, sources.key(article)), label: shortLine(article.title, BUTTON_CHARACTERS) };
  });
  const unknown = words.unknown(plainLine(shorten(text, TYPED_CHARACTERS)));
  return {
    content: [unknown, ...(nearest.length > 0 ? [words.nearest] : [])].join('\n'),
    embeds: [],
    components: rows(buttons),
  };
}

export function goneMessage(language: Language): Content {
  return { content: sourcesWords[language].gone, embeds: [], components: [] };
}

/** What is known of one article. */
export function articleMessage(sources: Sources, article: IndexedArticle, language: Language): Content {
  const words = sourcesWords[language];
  return {
    content: `**${titleLine(article, language)}**`,
    embeds: [{ description: factsOf(article, sources.status(), language).join('\n') }],
    components: rows([{ id: customId(HANDLERS.leaf, sources.key(article), 0), label: words.read, style: 'primary' }]),
  };
}

/** The title in full, unless it is absurdly long; the whole a link where the article has an address. */
function titleLine({ title, publisher, date, url }: IndexedArticle, language: Language): string {
  const outlet = publisher === null ? null : shorten(publisher, DETAIL_CHARACTERS);
  const shown = shortenTitle(title, LONGEST_TITLE);
  return sourceLink(wordingIn(language).sourceLine({ title: shown, publisher: outlet, date }), url);
}

function factsOf(article: IndexedArticle, status: Status | undefined, language: Language): string[] {
  const words = sourcesWords[language];
  const { reporter, chunks, source, copies, hash } = article;
  const fact = (name: string, value: string) => `**${name}** ${value}`;
  const manifest = status?.manifest;
  return [
    ...(reporter === null ? [] : [fact(words.reporter, plainLine(shorten(reporter, DETAIL_CHARACTERS)))]),
    fact(words.passages, words.passageCount(chunks)),
    fact(words.file, plainLine(shorten(source, FILE_CHARACTERS))),
    ...(copies.length === 0 ? [] : [copiesLine(copies, language)]),
    fact(words.hash, hash === '' ? words.noHash : `\`${hash.slice(0, HASH_CHARACTERS)}\``),
    ...(manifest ? [fact(words.indexed, timestamp(Date.parse(manifest.created), 'f'))] : []),
  ];
}

function copiesLine(copies: readonly string[], language: Language): string {
  const shown = copies.slice(0, COPIES_SHOWN).map((copy) => plainLine(shorten(copy, FILE_CHARACTERS)));
  return sourcesWords[language].copies(shown.join(', '), copies.length - shown.length);
}

function emptyMessage(language: Language): Content {
  return { content: sourcesWords[language].empty, embeds: [], components: [] };
}

/** Numbered lines without links: with ten addresses they would be longer than an embed. */
function linesOf(articles: readonly IndexedArticle[], language: Language, before: number): string {
  const lines = articles.map(({ title, publisher, date }, index) => {
    const outlet = publisher === null ? null : shorten(publisher, DETAIL_CHARACTERS);
    const line = wordingIn(language).sourceLine({ title: shortenTitle(title, TITLE_CHARACTERS), publisher: outlet, date });
    return `${before + index + 1}. ${plainLine(line)}`;
  });
  return lines.join('\n');
}

function openMenu(sources: Sources, articles: readonly IndexedArticle[], language: Language) {
  const choices = choicesOf(articles, language, (article) => sources.key(article));
  return menu(customId(HANDLERS.open), sourcesWords[language].open, choices);
}
