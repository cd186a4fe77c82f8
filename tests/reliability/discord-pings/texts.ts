import { Dice } from '../language-model/dice.ts';

/** Real ids of the stand-in's world: an id that nobody has pings nobody. */
export interface Ids {
  user: string;
  role: string;
  channel: string;
}

const INVISIBLE = ['', '', '', '\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u202e', '\u3164', '\u{e0041}', '\u0301'];
const AROUND: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `회의에서 ${text} 라고 말했다.`,
  (text) => `\`${text}\``,
  (text) => `\`\`\`\n${text}\n\`\`\``,
  (text) => `\`\`\`${text}`,
  (text) => `[${text}](https://evil.example)`,
  (text) => `[누르기](https://evil.example "${text}")`,
  (text) => `\\${text}`,
  (text) => `||${text}||`,
  (text) => `**${text}**`,
  (text) => `> ${text}`,
  (text) => `# ${text}\n- ${text}\n1. ${text}`,
  (text) => `<${text}>`,
  (text) => `${text}${text}`,
];

/** A text that would notify somebody if it went to Discord as it is, or nearly would. */
export function pingingText(seed: number, { user, role, channel }: Ids): string {
  const dice = new Dice(seed);
  const mentions = ['@everyone', '@here', `<@${user}>`, `<@!${user}>`, `<@&${role}>`, `<#${channel}>`, '</ask:1>', '@EVERYONE'];
  const parts = Array.from({ length: dice.number(1, 3) }, () => {
    const mention = dice.pick(mentions);
    const at = dice.number(0, mention.length);
    return dice.pick(AROUND)(mention.slice(0, at) + dice.pick(INVISIBLE) + mention.slice(at));
  });
  return parts.join(dice.pick([' ', '\n', '', '\r\n', '\u2028']));
}
