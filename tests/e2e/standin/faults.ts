import type { RequestEntry } from './core.ts';

/** Which requests a fault meets; without a field it meets them all. */
export interface Match {
  method?: string;
  path?: RegExp;
  filter?: (request: RequestEntry) => boolean;
  /** How many matching requests fail; one unless given. */
  times?: number;
}

/** What happens to a request: an answer, a delay, or a cut connection; `apply` does the work before it fails. */
export interface FaultEffect {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  delayMs?: number;
  drop?: boolean;
  apply?: boolean;
}

export interface Fault extends FaultEffect {
  match: Match;
  left: number;
  hits: number;
}

export interface RateLimit extends Match {
  /** Seconds. */
  retryAfter?: number;
  global?: boolean;
  scope?: 'user' | 'shared' | 'global';
}

/** A 429 as Discord answers it. */
export function rateLimitEffect({ retryAfter = 1, global = false, scope = global ? 'global' : 'user' }: RateLimit): FaultEffect {
  const bucket = {
    'X-RateLimit-Limit': '5',
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-Reset-After': String(retryAfter),
    'X-RateLimit-Reset': (Date.now() / 1000 + retryAfter).toFixed(3),
    'X-RateLimit-Bucket': 'standin',
  };
  const own: Record<string, string> = global ? { 'X-RateLimit-Global': 'true' } : bucket;
  const message = scope === 'shared' ? 'The resource is being rate limited.' : 'You are being rate limited.';
  return {
    status: 429,
    headers: { 'Retry-After': String(Math.ceil(retryAfter)), 'X-RateLimit-Scope': scope, ...own },
    body: { message, retry_after: retryAfter, global },
  };
}

/** A page of a broken proxy. */
export const serverErrorEffect = (status: number): FaultEffect => ({
  status,
  headers: { 'Content-Type': 'text/html' },
  body: '<html><body>bad gateway</body></html>',
});

const isMatch = ({ method, path, filter }: Match, request: RequestEntry): boolean =>
  (method ?? request.method) === request.method && (path?.test(request.path) ?? true) && (filter?.(request) ?? true);

/** The faults that tests have asked for. */
export class Faults {
  #faults: Fault[] = [];

  /** Makes the next matching requests fail. */
  add(match: Match, effect: FaultEffect): Fault {
    const fault = { ...effect, match, left: match.times ?? 1, hits: 0 };
    this.#faults.push(fault);
    return fault;
  }

  /** The fault for a request, used up once. */
  take(request: RequestEntry): Fault | null {
    const fault = this.#faults.find(({ left, match }) => left > 0 && isMatch(match, request));
    if (!fault) return null;
    fault.left--;
    fault.hits++;
    return fault;
  }

  /** Forgets all faults. */
  clear(): void {
    this.#faults = [];
  }
}
