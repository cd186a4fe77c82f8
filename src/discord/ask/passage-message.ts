import type { Passage } from '../../answer/passage.ts';
import type { Language } from '../../types.ts';
import { customId } from '../custom-id.ts';
import { rows } from '../render/components.ts';
import { plainText, withBold } from '../render/markdown.ts';
import type { Content } from '../respond.ts';
import { askWords } from '../wording/ask.ts';
import { sourceLine } from './answer-message.ts';

/** Buttons that leaf through an article: what their custom ids begin with, before the number of steps. */
export interface Leafing {
  id: (step: number) => string;
  step: number;
}

/** A passage of an article with the quote in bold, what article it is, and buttons to the passages beside it. */
export function passageMessage(passage: Passage, language: Language, { id, step }: Leafing): Content {
  const words = askWords[language];
  const { article, number, of, text, quote } = passage;
  // A chunk has at most 1,000 characters: even with every one of them escaped it fits into an embed.
  const description = quote ? withBold(text, quote) : plainText(text);
  const changed = passage.state === 'changed' ? [`⚠️ ${words.changed}`] : [];
  return {
    content: [...changed, `**${sourceLine(article, language)}**`].join('\n'),
    embeds: [{ description, footer: { text: words.position(number, of) } }],
    components: rows([
      { id: id(step - 1), emoji: '◀️', label: words.previous, disabled: number <= 1 },
      { id: id(step + 1), emoji: '▶️', label: words.next, disabled: number >= of },
    ]),
  };
}

/** The buttons under a passage that an answer cites. */
export function citationLeafing(answer: string, number: number, step: number): Leafing {
  return { id: (next) => customId('page', answer, number, next), step };
}
