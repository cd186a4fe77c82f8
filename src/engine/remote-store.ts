import { z } from 'zod';
import type { StoreCalls } from '../store/calls.ts';
import { record } from './protocol.ts';

type Result<Name extends keyof StoreCalls> = Awaited<ReturnType<StoreCalls[Name]>>;
type Results = { readonly [Name in keyof StoreCalls]: z.ZodType<Result<Name>> };

/** Result of each call of the store, as it crosses. */
const RESULTS: Results = {
  settings: record<Result<'settings'>>(),
  changeSettings: record<Result<'changeSettings'>>(),
  resetSettings: z.void(),
  addAnswer: z.string(),
  answer: record<NonNullable<Result<'answer'>>>().optional(),
  shareAnswer: z.boolean(),
  unshareAnswer: z.void(),
  vote: z.boolean(),
  voteCounts: record<Result<'voteCounts'>>(),
  feedback: record<Result<'feedback'>>(),
  addGap: z.boolean(),
  gaps: record<Result<'gaps'>>(),
  resolveGap: z.boolean(),
  forgetServer: z.void(),
  forgetMember: z.void(),
  purge: record<Result<'purge'>>(),
};

/** The calls of a store that is open in another process, which `request` asks. */
export function remoteStore(request: (name: string, parameters: unknown[]) => Promise<unknown>): StoreCalls {
  const calls = Object.entries(RESULTS).map(([name, result]) => {
    const call = async (...parameters: unknown[]) => result.parse(await request(name, parameters));
    return [name, call] as const;
  });
  return z.custom<StoreCalls>().parse(Object.fromEntries(calls));
}
