import { DISCORD } from './discord.ts';
import { MODEL } from './model.ts';
import { OPENING } from './opening.ts';
import { READING } from './reading.ts';
import type { Removal } from './removal.ts';
import { STORING } from './storing.ts';

/** Each of these must be noticed: `npm run sanity` takes out one after the other and runs its suite. */
export const REMOVALS: readonly Removal[] = [...STORING, ...OPENING, ...READING, ...DISCORD, ...MODEL];
