import { describe, expect, it } from 'vitest';
import { MAXIMUM_QUESTION } from '../../src/discord/ask/question-from.ts';
import { commands, handlers, messageCommands } from '../../src/discord/commands.ts';

interface Declared {
  name: string;
  name_localizations?: Record<string, string> | null;
  description?: string;
  description_localizations?: Record<string, string> | null;
  options?: Declared[];
  choices?: Declared[];
  type?: number;
}

/** A declaration with everything in it that has a name. */
function parts(declared: Declared, path = declared.name): [string, Declared][] {
  const inner = [...(declared.options ?? []), ...(declared.choices ?? [])];
  return [[path, declared], ...inner.flatMap((each) => parts(each, `${path} ${each.name}`))];
}

// As Discord gets them.
const declarations = JSON.parse(
  JSON.stringify([...commands, ...messageCommands].map(({ declaration }) => declaration)),
) as Declared[];
const all = declarations.flatMap((each) => parts(each));
const ADMINISTRATORS = ['reindex', 'settings', 'gaps', 'feedback'];

describe('the commands', () => {
  it.each(all)('have Korean words: %s', (_, { name, name_localizations, description, description_localizations }) => {
    expect(name_localizations?.['ko']).toMatch(/\p{Script=Hangul}/u);
    expect(name).not.toMatch(/\p{Script=Hangul}/u);
    if (description === undefined) return;
    expect(description.length).toBeLessThanOrEqual(100);
    expect(description_localizations?.['ko']).toMatch(/\p{Script=Hangul}/u);
    expect(description_localizations?.['ko']).not.toMatch(/!|어요|에요/);
  });

  it('have names of their own in both languages', () => {
    for (const language of ['en', 'ko']) {
      const names = declarations.map((each) => (language === 'ko' ? each.name_localizations?.['ko'] : each.name));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it.each(commands.map((command) => [command.declaration.name, command] as const))(
    'D9, D10: are checked in code wherever Discord hides them: %s',
    (name, { administrators = false, declaration }) => {
      expect(administrators).toBe(ADMINISTRATORS.includes(name));
      expect(declaration.default_member_permissions).toBe(administrators ? '32' : undefined);
      expect(declaration.contexts).toEqual(administrators ? [0] : [0, 1]);
      expect(declaration.integration_types).toEqual([0]);
    },
  );
});

describe('a question', () => {
  it('D1: has as many characters as Discord lets through', () => {
    expect(all.find(([path]) => path === 'ask question')?.[1]).toMatchObject({ min_length: 1, max_length: MAXIMUM_QUESTION });
  });
});

describe('what handles buttons, menus and forms', () => {
  it('has names of its own', () => {
    expect(new Set(handlers.map(({ name }) => name)).size).toBe(handlers.length);
  });

  it.each(
    handlers.filter(({ name }) => /^(?:reindex|settings|gaps|feedback)-/.test(name)).map((each) => [each.name, each] as const),
  )('is for administrators where its command is: %s', (_, { administrators }) => {
    expect(administrators).toBe(true);
  });
});
