import { describe } from 'vitest';
import { createApp } from '../../src/app.ts';
import { EngineClient } from '../../src/engine/engine-client.ts';
import { appContract } from '../contracts/app.ts';

describe('the App in this process', () => {
  appContract(createApp);
});

describe('the App over the engine', () => {
  appContract((config) => {
    const client = new EngineClient(config);
    client.start();
    return client;
  });
});
