import type { Core, RequestEntry } from './core.ts';
import { short } from './small.ts';

/** Requests that got a 4xx which no test asked for. */
export const refusedRequests = ({ requests }: Core): RequestEntry[] =>
  requests.filter(({ status, injected }) => status >= 400 && status < 500 && !injected);

/** Everything that should not be there after a good run; `allow` leaves out what matches. */
export function problems(core: Core, allow: RegExp[]): string[] {
  const refused = refusedRequests(core).filter((request) => !request.violation);
  const all = [
    ...core.violations.map(
      ({ source, route, path, code, message }) => `${source}: ${route} ${path.join('.')} ${code}: ${message}`,
    ),
    ...core.unhandled.map((request) => `stand-in lacks the route: ${request}`),
    ...refused.map(({ method, path, status, response }) => `refused: ${method} ${path} -> ${status} ${short(response)}`),
    ...core.selfViolations.map((violation) => `STAND-IN BUG: ${violation}`),
  ];
  return all.filter((problem) => !allow.some((pattern) => pattern.test(problem)));
}

/** Numbers of a run. */
export function summary(core: Core): Record<string, unknown> {
  const routes: Record<string, number> = {};
  for (const { method, route, status } of core.requests) {
    const key = `${method} ${route} ${status}`;
    routes[key] = (routes[key] ?? 0) + 1;
  }
  const interactions = [...core.interactions.values()];
  const acknowledged = interactions.flatMap(({ ackMs }) => ackMs ?? []).sort((a, b) => a - b);
  return {
    requests: core.requests.length,
    routes,
    interactions: interactions.length,
    notAcknowledged: interactions.filter(({ lost }) => lost !== null).length,
    ackMs: { median: acknowledged[acknowledged.length >> 1] ?? null, max: acknowledged.at(-1) ?? null },
    // 10,000 of these in ten minutes and Discord bans the address.
    invalidRequests: core.requests.filter(({ status }) => [401, 403, 429].includes(status)).length,
    violations: core.violations.length,
    refused: refusedRequests(core).length,
    advice: core.advice,
  };
}
