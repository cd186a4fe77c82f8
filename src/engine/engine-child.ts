/** The process that answers questions: it holds the open generation and the model. */
import { createApp } from '../app.ts';
import { messageOf } from '../errors.ts';
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
        if (messageOf(error) !== told) process.stderr.write(`engine: ${messageOf(error)}\n`);
        told = messageOf(error);
      });
    }, LOOK_EVERY_MILLISECONDS);
    // Any question opens the index and loads the model.
    await app.examine('gisabot', 1);
  },
  exit: (code) => process.exit(code),
});
