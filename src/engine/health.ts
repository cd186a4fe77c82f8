import type { Log } from '../log.ts';
import type { Mode } from './restarts.ts';

export interface SupervisorHealth {
  /** degraded: ready, but with less than everything; see mode. */
  state: 'starting' | 'ready' | 'restarting' | 'degraded' | 'closed';
  mode: Mode;
  /** Since when the state holds, in milliseconds since 1970. */
  since: number;
  /** How often the engine died since the start. */
  deaths: number;
  /** Why it died the last time, in words. */
  lastExit: string | null;
}

/** Writes down that the engine died and how it goes on: a program that does less than it could is to be noticed. */
export function logHealth(log: Log): (health: SupervisorHealth) => void {
  let deathsBefore = 0;
  let isWell = true;
  return ({ state, mode, deaths, lastExit }) => {
    if (deaths > deathsBefore) log.warn({ mode, deaths, lastExit }, 'the engine died; it is started again');
    if (state === 'degraded') log.error({ mode, deaths, lastExit }, 'the engine died too often; it goes on with less');
    if (state === 'ready' && !isWell) log.info({ mode, deaths }, 'the engine works in full again');
    isWell = state === 'ready' || (isWell && deaths === deathsBefore);
    deathsBefore = deaths;
  };
}
