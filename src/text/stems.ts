/** Particles that stick to nouns, longest first, so that the longest one that fits is taken off. */
const PARTICLES = [
  ...['에서부터', '에게서는', '으로부터', '이라면서'],
  ...[
    '에서는',
    '에서도',
    '에서의',
    '에게는',
    '에게도',
    '에게서',
    '으로는',
    '으로도',
    '으로서',
    '으로써',
    '로부터',
    '까지는',
    '까지의',
    '부터는',
    '이라는',
    '이라고',
    '이라도',
    '이란',
    '에게의',
    '과의',
    '와의',
    '께서는',
    '에는',
    '에도',
  ],
  ...[
    '에서',
    '에게',
    '한테',
    '께서',
    '으로',
    '까지',
    '부터',
    '보다',
    '처럼',
    '만큼',
    '마다',
    '조차',
    '마저',
    '이나',
    '라는',
    '라고',
    '라도',
    '하고',
    '이며',
    '와는',
    '과는',
    '로는',
    '로서',
    '로써',
    '만이',
    '만을',
    '만의',
    '들의',
    '들은',
    '들이',
    '들을',
    '대로',
  ],
  ...['은', '는', '이', '가', '을', '를', '의', '에', '도', '만', '와', '과', '로', '란', '들'],
].sort((a, b) => b.length - a.length);

/** The same by their last character: most words end like none of them. */
const PARTICLES_BY_END = new Map(
  Array.from(new Set(PARTICLES.map(lastOf)), (end) => [end, PARTICLES.filter((particle) => lastOf(particle) === end)]),
);

function lastOf(word: string): string {
  return word.at(-1) ?? '';
}

/** Endings of the last word of a question or of a request: copula, verb and politeness. */
const QUESTION_ENDING =
  /(?:이었|였|하였|했|했었|하|한|하는|할|하겠|되었|됐|되|된|되는|될|받|받은|받는|있|있는|있었|없|없는|인|이|일|이라|란|는|은|던)?(?:다고|라고)?\s?(?:습니까|ㅂ니까|입니까|합니까|됩니까|인가요|은가요|는가요|가요|나요|을까요|까요|지요|어요|아요|여요|은가|는가|던가|인가|인지|는지|을까|죠|나|까|니|냐|지|야|어|가|요)$/u;

const QUOTES = /["'“”‘’「」『』《》〈〉<>()[\]{}?!.,:;·…~]/gu;

/** A word without its particle: 서울시는 → 서울시. At least two characters stay; what cannot be told apart stays as it is. */
export function stemOf(word: string): string {
  for (const particle of PARTICLES_BY_END.get(lastOf(word)) ?? []) {
    if (word.length - particle.length >= 2 && word.endsWith(particle)) return word.slice(0, -particle.length);
  }
  return word;
}

/** The last word of a question without its ending: 투자하나요 → 투자, 누구인가요 → 누구. */
export function questionStem(word: string): string {
  const cut = word.replace(QUESTION_ENDING, '');
  return stemOf(cut.length >= 2 ? cut : word);
}

/** The words of a folded text: split at white space, quotes and punctuation at the ends removed. */
export function wordsOf(folded: string): string[] {
  return folded
    .split(/\s+/u)
    .map((word) => word.replace(QUOTES, ''))
    .filter((word) => word.length > 0);
}
