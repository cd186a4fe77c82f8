import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { SupervisorHealth } from './health.ts';

/** What the engine needs of the system, given as functions so that a test can stand in for them. */
export interface Surroundings {
  /** Starts a child; its channel must use the advanced serialization, since arrays of floats cross. */
  fork: (name: 'engine' | 'indexer') => ChildProcess;
  /** Milliseconds of a steady clock, counted from 1970. */
  now: () => number;
  /** Calls back after so many milliseconds; returns how to call it off. */
  after: (milliseconds: number, callback: () => void) => () => void;
  /** Told of every state that the engine enters. */
  changed: (health: SupervisorHealth) => void;
}

/** Milliseconds. */
export interface EngineLimits {
  /** For the answer to a request, waiting included. A child that works on one for longer is taken to hang. */
  request: number;
  /** Until a new child is ready. */
  start: number;
  /** Until an index update that was cancelled has stopped. */
  cancel: number;
  /** For requests under way when the engine is closed. */
  close: number;
  /** Until a child that was let go of has ended. */
  end: number;
  /** From when the engine is ready until its spare is started; null: there is none. */
  spare: number | null;
}

export const DEFAULT_LIMITS: EngineLimits = {
  request: 15_000,
  start: 60_000,
  cancel: 5_000,
  close: 8_000,
  end: 1_000,
  spare: 250,
};

/** Nothing may be written to the parent's standard output, whatever a library does; errors go where the parent's go. */
export const SYSTEM: Surroundings = {
  fork: (name) => {
    const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    return fork(fileURLToPath(new URL(`./${name}-child.ts`, import.meta.url)), {
      execArgv: ['--import', tsx],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  },
  now: () => performance.timeOrigin + performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  changed: () => undefined,
};
