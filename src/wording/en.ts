import type { Wording } from './wording.ts';

const NOT_FOUND = 'The articles do not answer this.';

export const en: Wording = {
  unsure: 'The articles may not answer this exactly. These are the nearest sentences.',
  unanswered: {
    'empty-question': () => 'The question is empty. Write what you want to find in the articles as a sentence.',
    'no-articles': () => 'No articles are indexed. Put articles into the articles folder and index again.',
    'outside-dates': ({ dates }) =>
      `There are no articles of that time.${dates === null ? '' : ` The articles are of ${englishPeriod(dates)}.`}`,
    'unknown-name': ({ name }) => (name === null ? NOT_FOUND : `“${name}” is not mentioned in the articles.`),
    'fact-not-given': () => 'The articles speak of this, but do not say what you ask.',
    'too-vague': () => 'It is hard to tell what you are looking for. Ask with a name or an event that articles would mention.',
    'not-in-articles': () => NOT_FOUND,
  },
  difference: (kind, values) =>
    `The articles give different ${kind === 'date' ? 'dates' : 'figures'}: ${values
      .map(({ citation, date, value }) => `${value}${date === null ? '' : ` (${englishDate(date)})`} [${citation}]`)
      .join(', ')}`,
  also: (places) => `Also in: ${places.map(en.sourceLine).join(' · ')}`,
  nearest: 'Nearest articles:',
  chat: 'Hello. Ask about what is in the articles: the answer is sentences of the articles, with their sources.',
  sources: 'Sources',
  sourceLine: ({ title, publisher, date }) =>
    [`“${title}”`, publisher ?? '', date === null ? '' : englishDate(date)].filter((part) => part !== '').join(', '),
};

function englishPeriod({ first, last }: { first: string; last: string }): string {
  return first === last ? englishDate(first) : `${englishDate(first)} to ${englishDate(last)}`;
}

/** 2024-03-05 → 5 Mar 2024 */
function englishDate(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(date),
  );
}
