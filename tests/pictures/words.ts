/** What Discord's own interface says, and how it writes times, in English and Korean. */

export type Words = 'en' | 'ko';

interface Interface {
  app: string;
  onlyYou: string;
  dismiss: string;
  /** What stands around the name of a command. */
  used: [before: string, after: string];
  placeholder: string;
  today: (time: string) => string;
}

export const WORDS: Record<Words, Interface> = {
  en: {
    app: 'APP',
    onlyYou: 'Only you can see this',
    dismiss: 'Dismiss message',
    used: [' used ', ''],
    placeholder: 'Make a selection',
    today: (time) => `Today at ${time}`,
  },
  ko: {
    app: '앱',
    onlyYou: '나만 볼 수 있는 메시지예요',
    dismiss: '메시지 닫기',
    used: [' 님이 ', ' 사용'],
    placeholder: '선택하기',
    today: (time) => `오늘 ${time}`,
  },
};

const LOCALES = { en: 'en-US', ko: 'ko-KR' } as const;
const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};
/** Some versions of ICU have English names in Korean times. */
const DAY_PERIODS: Record<string, string> = { AM: '오전', PM: '오후' };
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** A moment as <t:seconds:style> shows it in Korea; `now` in milliseconds. */
export function writeTime(seconds: number, style: string, now: number, words: Words): string {
  if (style !== 'R') {
    const format = new Intl.DateTimeFormat(LOCALES[words], { ...(STYLES[style] ?? STYLES['f']), timeZone: 'Asia/Seoul' });
    const parts = format.formatToParts(seconds * 1000);
    return parts
      .map(({ type, value }) => (type === 'dayPeriod' && words === 'ko' ? (DAY_PERIODS[value] ?? value) : value))
      .join('');
  }
  const distance = seconds - Math.round(now / 1000);
  const [unit, length] = UNITS.find(([, each]) => Math.abs(distance) >= each) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(LOCALES[words]).format(Math.round(distance / length), unit);
}
