import type { MessageComponentInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/discord/bot.ts';
import { cancelButton } from '../../../src/discord/reindex/cancel-button.ts';
import { bench } from './examples.ts';

/** Presses the button in a server; gives what the message says afterwards. */
async function press(updates: ReturnType<typeof bench>['updates'], server: string, since: string): Promise<string | undefined> {
  const shown: (string | undefined)[] = [];
  const interaction = {
    guildId: server,
    deferUpdate: () => Promise.resolve(),
    editReply: ({ content }: { content?: string }) => Promise.resolve(shown.push(content)),
  };
  await cancelButton.press?.(interaction as unknown as MessageComponentInteraction, [since], {
    bot: { updates } as unknown as Bot,
    reader: { private: 'ko', public: 'ko' },
  });
  return shown.at(-1);
}

describe('the button that stops an update', () => {
  it('stops it for the server it was started in', async () => {
    const { updates } = bench();
    const run = updates.start({ full: false, by: '42', server: '7' });
    const stopped = expect(run).rejects.toThrow(/cancelled/);
    expect(await press(updates, '7', '1700000000000')).toContain('멈추도록 했습니다');
    await stopped;
  });

  it.each([
    ['another server', '8', '1700000000000'],
    ['an earlier run', '7', '1600000000000'],
    ['nothing that makes sense', '7', 'NaN'],
  ])('stops nothing for %s', async (_, server, since) => {
    const { updates, runs } = bench();
    const run = updates.start({ full: false, by: '42', server: '7' });
    expect(await press(updates, server, since)).toBe('진행 중인 색인이 없습니다.');
    expect(runs[0]?.signal?.aborted).toBe(false);
    runs[0]?.end();
    await run;
  });
});
