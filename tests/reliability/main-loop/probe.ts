import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

// Loaded into a process before its program: measures how late its event loop comes to a timer of five milliseconds, in two ways, from one
// SIGUSR2 to the next. What has a channel to a parent is a process of the engine, which may be as late as it likes.

/** What a process has seen of its event loop, in milliseconds. */
export interface Delays {
  /** How much later than it should each tick came. */
  ticks: number[];
  /** The longest delay, as Node itself counts. */
  longest: number;
}

const TICK = 5;
const file = process.env['LOOP_DELAYS'];
const measuring: { stop?: () => void } = {};

function measure(target: string): () => void {
  const ticks: number[] = [];
  const histogram = monitorEventLoopDelay({ resolution: TICK });
  histogram.enable();
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    ticks.push(Math.max(0, now - last - TICK));
    last = now;
  }, TICK);
  return () => {
    clearInterval(timer);
    histogram.disable();
    writeFileSync(target, JSON.stringify({ ticks, longest: Math.max(0, histogram.max / 1e6 - TICK) } satisfies Delays));
  };
}

if (file !== undefined && process.send === undefined && isMainThread) {
  process.on('SIGUSR2', () => {
    if (measuring.stop) measuring.stop();
    else measuring.stop = measure(`${file}-${process.pid}.json`);
  });
}
