import { describe, expect, it } from 'vitest';
import { settingsPanel, type PanelFacts } from '../../../src/discord/administration/settings-panel.ts';
import { DEFAULT_SERVER_SETTINGS, type ServerSettings } from '../../../src/store/server-settings.ts';

const FACTS: PanelFacts = { exists: () => true, readsMessages: true };
const ids = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(1_000_000_000_000_000_000n + BigInt(index)));

function panel(settings: Partial<ServerSettings> = {}, facts: Partial<PanelFacts> = {}, language: 'ko' | 'en' = 'ko') {
  const { content = '', components = [] } = settingsPanel(
    { ...DEFAULT_SERVER_SETTINGS, ...settings },
    { ...FACTS, ...facts },
    language,
  );
  return { content, components, json: JSON.stringify(components) };
}

describe('the panel of settings', () => {
  it('says in words what holds', () => {
    const { content } = panel({ allowedChannels: ['1', '2'], allowedRoles: ['3'], replies: 'thread', language: 'ko' });
    for (const line of [
      '**질문을 받는 채널** <#1> <#2>',
      '**질문할 수 있는 역할** <@&3>',
      '**답변 위치** 새 스레드',
      '**언어** 한국어',
    ])
      expect(content).toContain(line);
    expect(content).toContain('**질문을 받지 않는 채널** 없음');
  });

  it('has five rows, the chosen channels and roles filled in', () => {
    const { components, json } = panel({ deniedChannels: ['5'] });
    expect(components).toHaveLength(5);
    expect(json).toContain('"default_values":[{"id":"5","type":"channel"}]');
    expect(json.match(/"min_values":0,"max_values":25/g)).toHaveLength(4);
  });

  it('leaves out what is gone: Discord would refuse the whole panel', () => {
    const { content, json } = panel({ allowedChannels: ['1', '2'] }, { exists: (_, id) => id !== '1' });
    expect(json).toContain('"default_values":[{"id":"2","type":"channel"}]');
    expect(content).toContain('<#1>');
  });

  it('fits into a message, however much is chosen', () => {
    const all = ids(100);
    const { content, json } = panel(
      { allowedChannels: all, deniedChannels: all, channelsWithoutMention: all, allowedRoles: all },
      { readsMessages: false },
    );
    expect(content.length).toBeLessThanOrEqual(2_000);
    expect(content).toContain('외 90개');
    expect(json.match(/"type":"channel"/g)).toHaveLength(75);
  });

  it.each([
    ['inline', 'settings-replies:thread', '스레드에서 답하기'],
    ['thread', 'settings-replies:inline', '채널에 바로 답하기'],
  ] as const)('offers the other place for answers than %s', (replies, id, label) => {
    const { json } = panel({ replies });
    expect(json).toContain(id);
    expect(json).toContain(label);
  });

  it('goes round the languages', () => {
    expect(panel({ language: 'auto' }).json).toContain('settings-language:ko');
    expect(panel({ language: 'ko' }).json).toContain('settings-language:en');
    expect(panel({ language: 'en' }).json).toContain('settings-language:auto');
  });

  it('warns where it cannot read what it is to answer', () => {
    const settings = { channelsWithoutMention: ['1'] };
    expect(panel(settings, { readsMessages: false }, 'en').content).toContain('Message Content Intent');
    expect(panel(settings, {}, 'en').content).not.toContain('Message Content Intent');
    expect(panel({}, { readsMessages: false }, 'en').content).not.toContain('Message Content Intent');
  });
});
