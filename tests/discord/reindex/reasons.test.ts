import { describe, expect, it } from 'vitest';
import { unsupportedReason } from '../../../src/articles/formats.ts';
import { reasonIn } from '../../../src/discord/wording/reasons.ts';
import { spokenReasons } from './spoken-reasons.ts';

/** What stands in the sentences where they are computed: numbers, sizes, extensions, codes, "7 bytes were". */
const PARTS = ['7', '10 MB', 'hwp', '.hwp', 'EIO', '7 bytes were', '1 control character was'];
/** Parts of a sentence that stand in another one. */
const FRAGMENTS = new Set([
  'permission denied',
  'the file is gone',
  'symbolic link',
  '${} ${} was',
  '${} ${}s were',
  'owner unknown',
  '1 ${} was',
]);

const reasons = spokenReasons().filter(({ text }) => !FRAGMENTS.has(text));

describe('reasons in Korean', () => {
  it('are looked for everywhere', () => {
    expect(reasons.length).toBeGreaterThan(30);
  });

  it.each(reasons)('there is one for "$text" ($place)', ({ text }) => {
    const said = PARTS.map((part) => reasonIn('ko', text.replaceAll('${}', part)));
    expect(said.some((korean) => !korean.startsWith('원문'))).toBe(true);
  });

  it.each(['a.hwp', 'a.docx', 'a.xyz', 'no-extension', `a.${'x'.repeat(60)}`])('there is one for a file named %s', (name) => {
    expect(reasonIn('ko', unsupportedReason(name))).not.toContain('원문');
  });

  it.each([
    ['cannot be read: permission denied', '읽을 권한이 없습니다. 파일의 권한을 확인해 주세요.'],
    ['cannot be read: EIO', '파일을 읽을 수 없습니다. (EIO)'],
    ['larger than 10 MB (12.4 MB): split it', '크기(12.4 MB)가 제한(10 MB)을 넘습니다. 파일을 나누어 주세요.'],
    ['3 bytes were not valid CP949', 'CP949 글자로 읽을 수 없는 바이트가 3개 있습니다.'],
    [
      'unsupported format: .hwp; convert it to .txt, .md, .html or .pdf',
      '지원하지 않는 형식(.hwp)입니다. .txt, .md, .html, .pdf 가운데 하나로 변환해 주세요.',
    ],
  ])('%s: %s', (english, korean) => {
    expect(reasonIn('ko', english)).toBe(korean);
  });

  it('leave what is not known as it is, and say so', () => {
    expect(reasonIn('ko', 'a new kind of trouble')).toBe('원문: a new kind of trouble');
  });

  it('A36: do not say where on the machine a folder lies', () => {
    const reason =
      'the articles folder "/srv/news room/articles" does not exist: see /etc/gisabot/.env and https://example.org/a/b';
    for (const said of [reasonIn('en', reason), reasonIn('en', "EACCES: permission denied, open '/srv/data/index.lock'")])
      expect(said).not.toMatch(/\/srv|\/etc/);
    expect(reasonIn('en', reason)).toContain('https://example.org/a/b');
    expect(reasonIn('ko', 'the articles folder "/srv/articles" does not exist: make it')).toBe(
      '기사 폴더(…/articles)를 찾을 수 없습니다. 폴더를 만들고 기사를 넣어 주세요.',
    );
  });

  it('are not needed in English', () => {
    expect(reasonIn('en', 'empty')).toBe('empty');
  });

  it('are polite: formal endings, no exclamation marks', () => {
    for (const { text } of reasons) {
      const korean =
        PARTS.map((part) => reasonIn('ko', text.replaceAll('${}', part))).find((each) => !each.startsWith('원문')) ?? '';
      for (const sentence of korean.replace(/\s*\([^()]*\)\.?/g, '').split(/(?<=\.) /))
        expect(sentence).toMatch(/(?:니다|세요)\.?$/);
      expect(korean).not.toMatch(/!|당신/);
    }
  });
});
