/** The process that answers questions: it holds the open generation, the model and the store. */
import { createApp } from '../app.ts';
import { messageOf } from '../errors.ts';
import { LazyStore } from '../store/lazy-store.ts';
import { serve } from './serve.ts';

/** How often it looks for a generation that another process published. */
const LOOK_EVERY_MILLISECONDS = 3_000;

serve({
  name: 'engine',
  createApp,
  warm: async (app) => {
    let told = '';
    setInterval(() => {
      app.reopen().catch((error: unknown) => {
        if (messageOf(error) !== told) note(messageOf(error));
        told = messageOf(error);
      });
    }, LOOK_EVERY_MILLISECONDS);
    // Any question opens the index and loads the model.
    await app.examine('gisabot', 1);
  },
  openStore: ({ storeFile, keepQuestions, questionDays, answerDays }) => {
    const store = new LazyStore(storeFile, { now: Date.now, note, keepQuestions, questionDays, answerDays });
    store.purgeDaily();
    return (name, parameters) => store.call(name, parameters);
  },
  exit: (code) => process.exit(code),
});

function note(message: string): void {
  process.stderr.write(`engine: ${message.replace(/\s+/g, ' ')}\n`);
}
