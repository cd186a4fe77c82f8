import type { Language } from '../../types.ts';

/** The same words in both languages, side by side. */
export type Localized<Words> = Readonly<Record<Language, Words>>;
