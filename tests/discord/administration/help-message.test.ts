import { describe, expect, it } from 'vitest';
import { helpMessage, type HelpFacts } from '../../../src/discord/administration/help-command.ts';

const FACTS: HelpFacts = {
  idOf: (name) => (name === 'feedback' ? undefined : '99'),
  ...{ isAdministrator: false, readsMessages: false },
  about: { keepQuestions: false, questionDays: 90, logQuestions: false, languageModel: null },
};
const textOf = (facts: Partial<HelpFacts>, language: 'ko' | 'en' = 'ko'): string =>
  (JSON.parse(JSON.stringify(helpMessage({ ...FACTS, ...facts }, language).embeds)) as { description: string }[])[0]!.description;

describe('help', () => {
  it('names the commands so that they can be clicked, and as the member types them', () => {
    expect(textOf({})).toContain('- </ask:99>(`/질문`) ');
    expect(textOf({})).toContain('- </sources list:99>(`/출처 목록`) ');
    expect(textOf({}, 'en')).toContain('- </status:99> How the bot');
  });

  it('names a command that Discord does not know yet', () => {
    expect(textOf({ isAdministrator: true })).toContain('- `/의견` ');
    expect(textOf({ isAdministrator: true }, 'en')).toContain('- `/feedback` ');
  });

  it('shows administrators their commands, and nobody else', () => {
    expect(textOf({ isAdministrator: true }, 'en')).toContain('</reindex:99>');
    expect(textOf({}, 'en')).not.toContain('reindex');
  });

  it('says what becomes of questions', () => {
    expect(textOf({})).toContain('질문은 저장하지 않습니다.');
    expect(textOf({ about: { keepQuestions: true, questionDays: 30, logQuestions: true, languageModel: null } })).toMatch(
      /30일 동안 저장합니다.*운영 기록/s,
    );
  });

  it('says where questions and passages are sent', () => {
    expect(textOf({}, 'en')).toContain('to any service but Discord');
    expect(textOf({ about: { ...FACTS.about, languageModel: 'llm.example' } }, 'en')).toContain(
      'sent to a language model (llm.example)',
    );
  });

  it('speaks of questions without a mention only where the bot can read them', () => {
    expect(textOf({})).not.toContain('멘션 없이');
    expect(textOf({ readsMessages: true })).toContain('멘션 없이');
  });

  it('fits into an embed', () => {
    for (const language of ['ko', 'en'] as const) expect(textOf({ isAdministrator: true }, language).length).toBeLessThan(4_096);
  });
});
