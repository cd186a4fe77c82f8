import type { Passage } from '../../../src/answer/generative/source.ts';
import { around, statementsOf, type Written } from '../../answer/generative/passages.ts';

/** Two sentences of one passage as one: 했다. … → 했으며, …; the second keeps its own topic. */
export function joined(passages: readonly Passage[]): Written[] {
  return passages.flatMap((passage, index) => {
    const sentences = statementsOf(passage);
    return sentences.flatMap((sentence, at) => {
      const next = sentences[at + 1];
      const first = /^(.*[가-힣])(했|였|됐|었|았)다\.$/u.exec(sentence);
      if (next === undefined || !first || !/^(?:[^\s,]+ ){0,3}[^\s,]+(?:은|는) /u.test(next) || /^(?:이|그)/u.test(next))
        return [];
      return [{ kind: 'joined', text: `${first[1]}${first[2]}으며, ${next} [1]`, passages: around(passages, index) }];
    });
  });
}
