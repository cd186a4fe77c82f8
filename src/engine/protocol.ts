import { z } from 'zod';
import type { App, createApp } from '../app.ts';
import { ArticleError, messageOf, StoreError, UsageError, UserError } from '../errors.ts';

/** The settings a child makes its App of: plain data. */
export type EngineConfig = Parameters<typeof createApp>[0];
type Result<Method extends keyof App> = Awaited<ReturnType<App[Method]>>;

/** What crosses is the value of a function of our own: its outline is checked, its fields are the compiler's business. */
export const record = <Type>() => z.custom<Type>((value) => typeof value === 'object' && value !== null);
const sources = z.array(z.string());
const Filter = z.strictObject({
  sources: sources.exactOptional(),
  exceptSources: sources.exactOptional(),
  since: z.string().exactOptional(),
  until: z.string().exactOptional(),
});

const PassageRequest = z.strictObject({
  source: z.string(),
  citation: z.strictObject({ chunk: z.string(), start: z.int(), end: z.int(), quoteHash: z.string() }).exactOptional(),
  step: z.int(),
});

/** Arguments of each method of App, as they cross, and of `store`: the name of one of its calls and that call's arguments. A progress callback and a signal become messages. */
export const ARGUMENTS = {
  ask: z.tuple([
    z.string(),
    z
      .strictObject({
        ...{ filter: Filter.exactOptional(), previous: z.string().exactOptional(), person: z.string().exactOptional() },
        previousAnswer: z.string().exactOptional(),
        /** Whether to tell what is written while it is written. */
        streams: z.boolean(),
      })
      .optional(),
  ]),
  examine: z.tuple([z.string(), z.int().positive(), Filter.optional()]),
  reindex: z.tuple([z.strictObject({ full: z.boolean(), owner: z.string() })]),
  isStale: z.tuple([]),
  sources: z.tuple([]),
  text: z.tuple([z.string()]),
  passage: z.tuple([PassageRequest]),
  status: z.tuple([]),
  reopen: z.tuple([]),
  store: z.tuple([z.string(), z.array(z.unknown())]),
} as const;

/** Result of each method, as it crosses. */
export const RESULTS = {
  ask: record<Result<'ask'>>(),
  examine: z.union([z.literal('no-articles'), record<Exclude<Result<'examine'>, 'no-articles'>>()]),
  reindex: record<Result<'reindex'>>(),
  isStale: z.boolean(),
  sources: record<Result<'sources'>>(),
  text: z.string().optional(),
  passage: record<NonNullable<Result<'passage'>>>().optional(),
  status: record<Result<'status'>>(),
  reopen: z.undefined(),
  store: z.unknown(),
} as const;

export type Method = keyof typeof ARGUMENTS;

const id = z.int().positive();
const IndexProgress = z.strictObject({
  phase: z.enum(['reading', 'embedding', 'publishing']),
  done: z.number(),
  total: z.number(),
});
/** How far an index update is; the verified sentences of an answer so far. */
const Progress = z.union([IndexProgress, z.strictObject({ text: z.string() })]);
export type Progress = z.infer<typeof Progress>;

/** From the specific to the general: the first that fits names the error. */
const ERRORS = { UsageError, ArticleError, UserError, StoreError, RangeError, Error };
const ThrownError = z.strictObject({
  kind: z.enum(['UsageError', 'ArticleError', 'UserError', 'StoreError', 'RangeError', 'Error']),
  message: z.string(),
});
type ThrownError = z.infer<typeof ThrownError>;

/** What the parent sends. `start` comes first and once. */
export const ParentMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('start'), config: record<EngineConfig>() }),
  z.strictObject({
    type: z.literal('request'),
    id,
    method: z.custom<Method>((value) => typeof value === 'string' && Object.hasOwn(ARGUMENTS, value)),
    arguments: z.array(z.unknown()),
  }),
  z.strictObject({ type: z.literal('cancel'), id }),
]);
export type ParentMessage = z.infer<typeof ParentMessage>;

/** What the child sends: `ready` once, then for each request any progress and one result or error. */
export const ChildMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('progress'), id, progress: Progress }),
  z.strictObject({ type: z.literal('result'), id, value: z.unknown() }),
  z.strictObject({ type: z.literal('error'), id, error: ThrownError }),
]);
export type ChildMessage = z.infer<typeof ChildMessage>;

/** An error as it crosses: its kind and message; the stack stays in the child. */
export function thrownError(thrown: unknown): ThrownError {
  const kind = ThrownError.shape.kind.options.find((name) => thrown instanceof ERRORS[name]) ?? 'Error';
  return { kind, message: messageOf(thrown) };
}

/** The error again, of the class it had in the child. */
export function errorFrom({ kind, message }: ThrownError): Error {
  return new ERRORS[kind](message);
}
