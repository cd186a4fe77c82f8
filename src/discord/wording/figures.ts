import type { Language } from '../../types.ts';

const FORMATS = { ko: new Intl.NumberFormat('ko'), en: new Intl.NumberFormat('en') } as const;

/** A number with the separators of the language: 1,034. At most three decimals. */
export function figure(value: number, language: Language): string {
  return FORMATS[language].format(value);
}

/** "1 article", "2,000 articles": English nouns whose plural takes an s. */
export function counted(count: number, noun: string): string {
  return `${figure(count, 'en')} ${noun}${count === 1 ? '' : 's'}`;
}
