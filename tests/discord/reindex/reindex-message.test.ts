import { describe, expect, it } from 'vitest';
import { UpdateStoppedError } from '../../../src/discord/reindex/index-updates.ts';
import { alreadyRunningMessage, bar, outcomeMessages, progressMessage } from '../../../src/discord/reindex/reindex-message.ts';
import { UserError } from '../../../src/errors.ts';
import { REPORT } from './examples.ts';

const UPDATE = { by: '42', server: '7', full: false, since: 1_700_000_000_000, progress: undefined };
const textOf = (contents: readonly { content?: string }[]): string => contents.map(({ content }) => content ?? '').join('\n');

describe('the bar', () => {
  it.each([
    [0, 120, '░░░░░░░░░░░░'],
    [42, 120, '▓▓▓▓░░░░░░░░'],
    [119, 120, '▓▓▓▓▓▓▓▓▓▓▓░'],
    [120, 120, '▓▓▓▓▓▓▓▓▓▓▓▓'],
    [0, 0, '░░░░░░░░░░░░'],
    [130, 120, '▓▓▓▓▓▓▓▓▓▓▓▓'],
  ])('shows %i of %i', (done, total, expected) => {
    expect(bar(done, total)).toBe(expected);
  });
});

describe('a running update', () => {
  it('shows how far it is, with a button to stop it', () => {
    const update = { ...UPDATE, progress: { phase: 'embedding' as const, done: 42, total: 1_120 } };
    const { content, components } = progressMessage(update, 'ko');
    expect(content).toBe('**바뀐 기사를 색인하고 있습니다…**\n░░░░░░░░░░░░ 42/1,120 · 임베딩');
    expect(JSON.stringify(components)).toContain('reindex-cancel:1700000000000');
    expect(progressMessage({ ...update, full: true }, 'en').content).toContain('Indexing all articles anew…');
  });

  it('is named to a second administrator of the server, who may stop it', () => {
    const { content, components } = alreadyRunningMessage(UPDATE, '7', 'ko');
    expect(content).toContain('<t:1700000000:R>에 시작했습니다. (시작: <@42>)');
    expect(components).toHaveLength(1);
  });

  it('keeps its person from other servers', () => {
    const { content, components } = alreadyRunningMessage(UPDATE, '8', 'en');
    expect(content).toContain('an administrator of another server');
    expect(content).not.toContain('42');
    expect(components).toEqual([]);
  });

  it.each([
    ['watch', '폴더 감시'],
    ['start', '기사봇'],
  ])('that nobody in Discord started is called what it is: %s', (by, name) => {
    expect(alreadyRunningMessage({ ...UPDATE, by, server: null }, '7', 'ko').content).toContain(`(시작: ${name})`);
  });
});

describe('the result', () => {
  it('has the counts, the totals and the time', () => {
    const [message] = outcomeMessages({ report: REPORT }, 'ko');
    expect(message?.content).toBe(
      '**색인을 마쳤습니다. 추가 3건, 수정 1건, 삭제 0건, 변경 없음 1,200건, 제외 0건**\n기사 1,204건 · 단락 5,000개 · 12.3초 · generation-000004',
    );
    expect(message).toMatchObject({ embeds: [], components: [] });
  });

  it('says so when nothing changed', () => {
    const report = { ...REPORT, added: 0, updated: 0 };
    expect(textOf(outcomeMessages({ report }, 'en'))).toContain('No article changed');
  });

  it('gives the reason for each file that was left out, in the language of the reader', () => {
    const failed = [
      { source: 'a/보고서_최종.hwp', reason: 'unsupported format: .hwp; convert it to .txt, .md, .html or .pdf' },
      { source: 'b.txt', reason: 'something nobody has ever seen' },
    ];
    const korean = textOf(outcomeMessages({ report: { ...REPORT, failed } }, 'ko'));
    expect(korean).toContain('보고서\\_최종.hwp**: 지원하지 않는 형식(.hwp)입니다.');
    expect(korean).toContain('**b.txt**: 원문: something nobody has ever seen');
    expect(textOf(outcomeMessages({ report: { ...REPORT, failed } }, 'en'))).toContain('convert it to .txt');
  });

  it('takes as many messages as it needs, none longer than Discord takes, and ends somewhere', () => {
    const failed = Array.from({ length: 5_000 }, (_, index) => ({ source: `폴더/${index}.md`, reason: 'empty' }));
    const messages = outcomeMessages({ report: { ...REPORT, failed } }, 'ko');
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.length).toBeLessThan(10);
    for (const { content } of messages) expect(content?.length).toBeLessThanOrEqual(2_000);
    expect(textOf(messages)).toContain('이 밖에 4,900건이 더 있습니다.');
    expect(messages.slice(1).every((message) => !('components' in message))).toBe(true);
  });

  it('disarms file names', () => {
    const failed = [{ source: '@everyone <@&1> [a](https://evil.example).md', reason: 'empty' }];
    expect(textOf(outcomeMessages({ report: { ...REPORT, failed } }, 'ko'))).not.toMatch(/@everyone|<@&1>|\]\(https/);
  });

  it.each<[unknown, string]>([
    [new UpdateStoppedError('cancelled'), '색인을 취소했습니다. 이전 색인을 그대로 사용합니다.'],
    [new UpdateStoppedError('closing'), '기사봇을 다시 시작하고 있습니다. 잠시 후 다시 시도해 주세요.'],
    [
      Object.assign(new UserError('shutting down'), { reason: 'closed' }),
      '기사봇을 다시 시작하고 있습니다. 잠시 후 다시 시도해 주세요.',
    ],
    [
      new UserError('Indexing is already running (npm run index, process 7). Wait until it is done, or stop it.'),
      '다른 프로그램에서 색인을 하고 있습니다(npm run index, process 7).',
    ],
  ])('says why there is none: %s', (error, expected) => {
    expect(textOf(outcomeMessages({ error }, 'ko'))).toContain(expected);
  });

  it('leaves what nobody can do anything about to the caller', () => {
    const error = new TypeError('a mistake of ours');
    expect(() => outcomeMessages({ error }, 'ko')).toThrow(error);
  });
});
