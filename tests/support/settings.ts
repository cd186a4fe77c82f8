import { SETTINGS } from '../../src/config.ts';

const START = '<!-- settings -->';
const END = '<!-- /settings -->';

/** The README's table of settings. */
export function settingsTable(): string {
  const rows = Object.values(SETTINGS).map(({ name, default: fallback, help }) => {
    return `| \`${name}\` | ${fallback === '' ? '' : `\`${fallback}\``} | ${help.replaceAll('|', '\\|')} |`;
  });
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The README with the table of settings between its markers; throws when it has no markers. */
export function withSettingsTable(readme: string): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) throw new Error(`README.md has no ${START} … ${END}`);
  return `${readme.slice(0, start + START.length)}\n\n${settingsTable()}\n\n${readme.slice(end)}`;
}

/** The text of .env.example: every setting commented out, with its help and default. */
export function environmentExample(): string {
  const head = [
    '# Settings of gisabot. Copy this file to .env and remove the # before a name to change its value.',
    '# Variables of the environment count before those of .env. Paths start at the folder of this file.',
  ];
  const settings = Object.values(SETTINGS).map(({ name, default: fallback, help }) => `# ${help}\n#${name}=${fallback}`);
  return `${[head.join('\n'), ...settings].join('\n\n')}\n`;
}
