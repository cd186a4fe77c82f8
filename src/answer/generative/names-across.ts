import { isGenericCapital, translationsOf } from '../../text/claim/capitals.ts';
import type { Gloss } from '../../text/claim/glosses.ts';
import { soundAlike } from '../../text/claim/transliteration.ts';
import { endsInToo, type ClaimWord } from '../../text/claim/words.ts';
import { compactOf, type Source } from './source.ts';

type Name = readonly ClaimWord[];

/** Runs of Latin words with a capital that may be names: neither an ordinary word that begins a sentence nor a title. */
export function namesOf(part: readonly ClaimWord[]): ClaimWord[][] {
  const runs: ClaimWord[][] = [];
  let isOpen = false;
  for (const word of part) {
    const isName = word.capital && !word.light && !isGenericCapital(word.folded);
    if (isName && isOpen) runs.at(-1)?.push(word);
    else if (isName) runs.push([word]);
    isOpen = isName && !/[,;:]$/u.test(word.raw);
  }
  return runs;
}

/** Whether every name of a part stands in the source, once each, and the one that does something does something there. */
export function namesHold(part: readonly ClaimWord[], source: Source, glosses: readonly Gloss[]): boolean {
  const names = namesOf(part);
  const written = names.map((name) => name.map(({ folded }) => folded).join(' '));
  // A name that is written twice may have taken the place of another.
  if (new Set(written).size < written.length) return false;
  if (!names.every((name) => standsAmong(name, [...source.words, ...source.context], glosses))) return false;
  const subject = subjectOf(part, names);
  return !subject || !source.korean || actsThere(subject, source, glosses);
}

const PREPOSITION = /^(?:in|at|on|from|of|to|for|by|since|with|over|through|behind|than|like|until|under|against)$/u;
const SUBJECT_REACH = 3;

/** The name with which a sentence begins: who or what does something in it. None in the passive. */
function subjectOf(part: readonly ClaimWord[], names: readonly Name[]): Name | undefined {
  const isPassive = part.some(({ folded }, index) => {
    const next = part[index + 1]?.folded ?? '';
    return /^(?:is|are|was|were|be|been)$/u.test(folded) && /(?:ed|en|made|held|sold)$/u.test(next);
  });
  if (isPassive) return undefined;
  return names.find(([first]) => {
    const at = first ? part.indexOf(first) : -1;
    return at <= SUBJECT_REACH && !part.slice(0, at + 1).some(({ folded }) => PREPOSITION.test(folded));
  });
}

/** A subject in Korean is a run of nouns: the name stands at its beginning (마윈 알리바바 회장은) or is its last word (중국 기업 알리바바가). */
function actsThere(subject: Name, { words, context }: Source, glosses: readonly Gloss[]): boolean {
  const phrases = actingPhrases(words);
  if (phrases.length === 0) return standsAmong(subject, context, glosses);
  const joined = subject.map(({ folded }) => folded).join('');
  const latin = subject.map(({ folded }) => folded).join(' ');
  return phrases.some((phrase) => {
    const [first, second] = phrase;
    const text = compactOf(phrase.map(({ stem }) => stem).join(''));
    if (glosses.some((gloss) => gloss.latin === latin && text.startsWith(compactOf(gloss.hangul)))) return true;
    if (first && second && soundAlike(joined, first.stem + second.stem)) return true;
    return [first, phrase.at(-1)].some((word) => word !== undefined && standsAmong(subject, [word], glosses));
  });
}

/** The runs of nouns that end in the particle of a topic or a subject, without what stands in brackets in Latin letters. */
function actingPhrases(words: readonly ClaimWord[]): ClaimWord[][] {
  return words.flatMap((head, at) => {
    const mayAct = head.role === 'topic' || head.role === 'subject' || (head.role === 'other' && endsInToo(head.folded));
    if (!mayAct || head.light) return [];
    let from = at;
    while (from > 0 && isBare(words[from - 1])) from -= 1;
    return [[...words.slice(from, at).filter(({ capital, light }) => !capital && !light), head]];
  });
}

function isBare(word: ClaimWord | undefined): boolean {
  // A light word of one syllable stands between a name and its title (마윈 전 회장).
  return (
    word !== undefined &&
    (!word.light || word.folded.length === 1) &&
    !word.endsClause &&
    word.folded === word.stem &&
    !/^\d/u.test(word.folded)
  );
}

/** Whether a name stands among some words, its words one by one or all together (Korean Pay is 코리안페이). */
function standsAmong(name: Name, words: readonly ClaimWord[], glosses: readonly Gloss[]): boolean {
  // A particle that is left on a word means that the rest is too short for a name.
  const hangul = words.filter(({ stem, folded, role }) => stem !== folded || role === 'other').map(({ stem }) => stem);
  const joined = name.map(({ folded }) => folded).join('');
  if (name.length > 1 && hangul.some((word) => soundAlike(joined, word))) return true;
  const compact = compactOf(words.map(({ raw }) => raw).join(' '));
  const stands = (text: string): boolean => compact.includes(compactOf(text));
  const isKnown = ({ folded }: ClaimWord): boolean => {
    const translations = translationsOf(folded);
    if (stands(folded) || translations.some(stands)) return true;
    if (glosses.some(({ latin, hangul: other }) => latin.split(/[\s.]+/u).includes(folded) && stands(other))) return true;
    return translations.length === 0 && hangul.some((word) => soundAlike(folded, word));
  };
  // A short word of a name tells nothing alone, but beside one that is known.
  return name.every((word) => isKnown(word) || (name.some(isKnown) && hangul.some((other) => soundAlike(word.folded, other, 1))));
}
