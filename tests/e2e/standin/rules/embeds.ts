import type { Problem } from '../api-errors.ts';
import { length } from '../small.ts';
import type { Embed } from '../payload.ts';
import { rule } from './rule.ts';

const LIMIT = 6000;

function textSize(embed: Embed): number {
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
  const fields = (embed.fields ?? []).flatMap((field) => [field.name, field.value]);
  return [...texts, ...fields].reduce((size, text) => size + length((text ?? '').trim()), 0);
}

function isVisible(embed: Embed): boolean {
  const texts = [embed.title, embed.description, embed.author?.name, embed.footer?.text];
  const media = [embed.image, embed.thumbnail, embed.video];
  return texts.some(Boolean) || media.some(Boolean) || Boolean(embed.fields?.length);
}

function emptyFields(embed: Embed, at: Problem['path']): Problem[] {
  return (embed.fields ?? []).flatMap((field, index) =>
    (['name', 'value'] as const)
      .filter((key) => (field[key] ?? '').trim() === '')
      .map((key) => rule([...at, 'fields', index, key], 'BASE_TYPE_REQUIRED', 'This field is required')),
  );
}

/** The limits of embeds that are not in the schema: something to see, no blank field, 6,000 characters in all. */
export function checkEmbeds(embeds: Embed[], at: Problem['path']): Problem[] {
  const problems = embeds.flatMap((embed, index) => [
    ...(isVisible(embed) ? [] : [rule([...at, index], 'EMBED_EMPTY', 'The embed has nothing to show.')]),
    ...emptyFields(embed, [...at, index]),
  ]);
  const total = embeds.reduce((size, embed) => size + textSize(embed), 0);
  const message = `Embed size exceeds maximum size of ${LIMIT} (${total} over all embeds)`;
  return total > LIMIT ? [...problems, rule(at, 'MAX_EMBED_SIZE_EXCEEDED', message)] : problems;
}
