import { fileURLToPath } from 'node:url';
import { PRIVILEGED_INTENTS, type PrivilegedIntent } from './permissions.ts';

/** How the stand-in behaves; every field has a default. Times are in milliseconds. */
export interface Options {
  port: number;
  token: string;
  botName: string;
  applicationId: string | null;
  botPermissions: bigint | null;
  /** What would be switched on for the application in Discord's settings. */
  privilegedIntents: PrivilegedIntent[];
  heartbeatInterval: number;
  guildDelayMs: number;
  interactionDeadlineMs: number;
  tokenTtlMs: number;
  /** Answers 400 to a request that breaks the schema or a documented limit; false only records it. */
  reject: boolean;
  /** Requests a second over all routes; 0 switches it off. */
  globalLimit: number;
  /** Real limits of single routes, `{ 'POST /channels/{id}/messages': { limit: 5, per: 5000 } }`. */
  buckets: Record<string, { limit: number; per: number }>;
  /** Closing with 4007 or 4009 also ends the session. */
  forgetSessionOnTimeout: boolean;
  /** The number of shards that GET /gateway/bot recommends. */
  shards: number;
  /** Discord's OpenAPI document, by default in the folder shared/ beside the repository; without it schemas go unchecked. */
  specificationFile: string;
  /** Checks the stand-in's own answers against the document too. */
  selfCheck: boolean;
  /** Who acts, and where, unless a call says otherwise. */
  user: string;
  channel: string;
}

export const DEFAULTS: Options = {
  port: 0,
  token: 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gstand.in-token-for-local-tests-only-0000000',
  botName: 'gisabot',
  applicationId: null,
  botPermissions: null,
  privilegedIntents: [...PRIVILEGED_INTENTS],
  heartbeatInterval: 41_250,
  guildDelayMs: 20,
  interactionDeadlineMs: 3000,
  tokenTtlMs: 15 * 60 * 1000,
  reject: true,
  globalLimit: 50,
  buckets: {},
  forgetSessionOnTimeout: true,
  shards: 1,
  specificationFile: fileURLToPath(new URL('../../../../shared/discord/openapi.json', import.meta.url)),
  selfCheck: true,
  user: 'bob',
  channel: 'general',
};
