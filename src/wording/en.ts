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
  proof: 'Sources',
  quotesOnly: {
    failed: 'The language model did not answer in time. These are the words of the articles.',
    budget: "Today's answers of the language model are used up. These are the words of the articles.",
    unsupported: 'What the language model wrote does not stand in the articles. These are their own words.',
  },
  chat: {
    greeting: 'Hello. Ask about what is in the articles: the answer is sentences of the articles, with their sources.',
    thanks: 'Glad that it helped. Ask again whenever you want to know more.',
    help: 'I look for answers in the indexed articles and show their sentences word for word, with their sources. Ask in a sentence; a period can be part of it (“articles since March about …”).',
    identity:
      'I am gisabot, a bot that answers only from a folder of articles. I am not a person; every answer is sentences of the articles, with their sources.',
    goodbye: 'Goodbye. Ask again any time.',
    praise: 'Thank you. Whether the answer is right you can check at the sources that are shown with it.',
    complaint:
      'Sorry. A name or a date as the articles write it often helps: please ask again with one. You can also press 👎 below the answer.',
  },
  corrected: (question) => `Searched for: ${question}`,
  period: ({ since, until }) => {
    if (since === null) return `Period: until ${until === null ? '' : englishDate(until)}`;
    return until === null ? `Period: since ${englishDate(since)}` : `Period: ${englishDate(since)} – ${englishDate(until)}`;
  },
  resolved: (dates) => dates.map(({ phrase, date }) => `“${phrase}” = ${partialDate(date)}`).join(', '),
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

/** 2024-03 → Mar 2024, 2024 → 2024 */
function partialDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  if (day !== undefined) return englishDate(date);
  return new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}-01`));
}
