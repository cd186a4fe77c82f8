import type { Options } from './options.ts';

interface Bucket {
  used: number;
  reset: number;
}

/** The state of a route's limit after a request. Times are in seconds. */
export interface BucketState {
  limited: boolean;
  wait: number;
  headers: Record<string, string>;
}

/** Discord's real rate limits: the global one, and those of routes that a test has given. */
export class Limits {
  #recent: number[] = [];
  readonly #buckets = new Map<string, Bucket>();

  constructor(readonly options: Options) {}

  /** Counts a request; true when there were too many in the last second. Interactions are exempt. */
  exceedsGlobal(path: string): boolean {
    if (!this.options.globalLimit || /^\/(interactions|webhooks)\//.test(path)) return false;
    const now = Date.now();
    this.#recent = this.#recent.filter((at) => now - at < 1000);
    if (this.#recent.length >= this.options.globalLimit) return true;
    this.#recent.push(now);
    return false;
  }

  /** Counts a request in its bucket, of which each channel, guild and webhook has its own; null without a limit. */
  bucket(route: string, path: string): BucketState | null {
    const rule = this.options.buckets[route];
    if (!rule) return null;
    const key = `${route} ${/^\/(?:channels|guilds|webhooks)\/(\d+)/.exec(path)?.[1] ?? ''}`;
    const now = Date.now();
    const known = this.#buckets.get(key);
    const bucket = known && now < known.reset ? known : { used: 0, reset: now + rule.per };
    this.#buckets.set(key, bucket);
    const limited = bucket.used >= rule.limit;
    if (!limited) bucket.used++;
    const wait = (bucket.reset - now) / 1000;
    return {
      limited,
      wait,
      headers: {
        'X-RateLimit-Limit': String(rule.limit),
        'X-RateLimit-Remaining': String(rule.limit - bucket.used),
        'X-RateLimit-Reset': (bucket.reset / 1000).toFixed(3),
        'X-RateLimit-Reset-After': wait.toFixed(3),
        'X-RateLimit-Bucket': Buffer.from(route).toString('hex').slice(0, 32),
      },
    };
  }
}
