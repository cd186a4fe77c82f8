import { z } from 'zod';

const text = z.string().min(1);

/** The JSON of `ask`, as scripts outside this project read it. */
export const AnswerJson = z
  .strictObject({
    id: z.union([z.string(), z.number()]).nullable(),
    question: z.string(),
    kind: z.enum(['answered', 'unsure', 'unanswered', 'chat']),
    reason: z.string().nullable(),
    text: z.string().min(1).max(700),
    citations: z.array(
      z
        .strictObject({
          ...{ number: z.int().positive(), source: text, title: text },
          publisher: text.nullable(),
          date: z.iso.date().nullable(),
          url: text.nullable(),
          quote: text,
          highlight: text.nullable(),
          start: z.int().nonnegative(),
          end: z.int().positive(),
        })
        .refine(({ start, end }) => start < end),
    ),
    nearest: z.array(z.strictObject({ source: text, title: text })),
    generation: z.string().nullable(),
    generated: z.array(z.strictObject({ text, numbers: z.array(z.int().positive()).min(1) })).nullable(),
    milliseconds: z.record(z.string(), z.number().nonnegative()),
  })
  .refine(({ kind, citations }) => citations.length > 0 === (kind === 'answered' || kind === 'unsure'))
  .refine(({ kind, reason }) => (reason !== null) === (kind === 'unanswered'))
  .refine(({ text, citations }) => citations.every(({ number }, index) => number === index + 1 && text.includes(`[${number}]`)));

/** The JSON of `search`. */
export const SearchJson = z.strictObject({
  id: z.union([z.string(), z.number()]).nullable(),
  question: z.string(),
  hits: z.array(
    z.strictObject({
      ...{ source: text, probability: z.number(), score: z.number(), lexical: z.number(), dense: z.number(), text },
      start: z.int().nonnegative(),
      end: z.int().positive(),
    }),
  ),
});

/** The JSON of `index`; more fields may follow. */
export const IndexJson = z.looseObject({
  ...{ added: z.int(), updated: z.int(), deleted: z.int(), skipped: z.int() },
  failed: z.array(z.strictObject({ source: text, reason: text })),
  chunks: z.int(),
  seconds: z.number().nonnegative(),
  generation: text,
  embedded: z.int(),
});
