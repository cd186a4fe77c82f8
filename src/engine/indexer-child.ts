/** The process that runs one index update, while the engine answers questions. */
import { createApp } from '../app.ts';
import { serve } from './serve.ts';

serve({
  name: 'indexer',
  createApp,
  warm: () => Promise.resolve(),
  exit: (code) => process.exit(code),
});
