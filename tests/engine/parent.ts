/** A program that holds an engine: adds the id of each process of the engine to a file, says that it is ready, and stays. */
import { appendFileSync } from 'node:fs';
import { parseConfig } from '../../src/config.ts';
import { EngineClient } from '../../src/engine/engine-client.ts';
import { SYSTEM } from '../../src/engine/surroundings.ts';

const [articles, data, file = ''] = process.argv.slice(2);
const config = parseConfig({ ARTICLES_DIR: articles, DATA_DIR: data, EMBEDDING_MODEL: 'none' });
const engine = new EngineClient(config, {
  fork: (name) => {
    const child = SYSTEM.fork(name);
    appendFileSync(file, `${child.pid ?? 0}\n`);
    return child;
  },
});
engine.start();
await engine.ready;
console.log('ready');
