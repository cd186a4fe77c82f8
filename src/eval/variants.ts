import { stemOf } from '../text/stems.ts';

/** Ways in which people write a question otherwise than a newspaper would. */
export const VARIANTS = {
  'spaces removed': (question: string) => question.replaceAll(' ', ''),
  'extra spaces': (question: string) => words(question, splitWord),
  'particles dropped': (question: string) => words(question, (word, isLast) => (isLast ? word : stemOf(word))),
} as const satisfies Record<string, (question: string) => string>;

function words(question: string, change: (word: string, isLast: boolean) => string): string {
  const all = question.split(' ');
  return all.map((word, index) => change(word, index === all.length - 1)).join(' ');
}

/** A long word is written as two: 국제올림픽위원회는 → 국제 올림픽위원회는. */
function splitWord(word: string): string {
  const characters = Array.from(word);
  return characters.length < 4 ? word : `${characters.slice(0, 2).join('')} ${characters.slice(2).join('')}`;
}
