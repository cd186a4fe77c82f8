import type { Wording } from './wording.ts';

export const en: Wording = {
  unsure: 'The articles may not answer this exactly. These are the nearest sentences.',
  unanswered: {
    'empty-question': 'The question is empty. Write what you want to find in the articles as a sentence.',
    'no-articles': 'No articles are indexed. Put articles into the articles folder and index again.',
    'not-in-articles': 'The articles do not answer this.',
  },
  nearest: 'Nearest articles:',
  chat: 'Hello. Ask about what is in the articles: the answer is sentences of the articles, with their sources.',
  sources: 'Sources',
  sourceLine: ({ title, publisher, date }) =>
    [`“${title}”`, publisher ?? '', date === null ? '' : englishDate(date)].filter((part) => part !== '').join(', '),
};

/** 2024-03-05 → 5 Mar 2024 */
function englishDate(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(date),
  );
}
