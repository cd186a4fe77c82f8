import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { SETTINGS } from '../../src/config.ts';
import { startHealthServer } from '../../src/health-server.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { factsOf, readSources } from '../support/imports.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'docs/deploy');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const names = new Set<string>(Object.values(SETTINGS).map(({ name }) => name));

const manifest = z
  .object({
    ...{ scripts: z.object({ start: z.string() }), dependencies: z.record(z.string(), z.string()) },
    optionalDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const dockerfile = read('Dockerfile');
const workingDirectory = dockerfile.match(/^WORKDIR (\S+)$/m)?.[1] ?? '';

/** The folders that the bot writes, below the folder it runs in. */
const WRITTEN = [dirname(SETTINGS.storeFile.default), SETTINGS.dataDirectory.default];

describe('compose.yaml', () => {
  const Service = z.object({
    build: z.object({ context: z.string(), dockerfile: z.string() }),
    ...{ env_file: z.string(), environment: z.record(z.string(), z.string()), volumes: z.array(z.string()) },
    healthcheck: z.object({ test: z.array(z.string()) }),
  });
  const { services, volumes } = z
    .object({ services: z.object({ gisabot: Service }), volumes: z.record(z.string(), z.null()) })
    .parse(parse(read('compose.yaml')));
  const { build, env_file: settingsFile, environment, healthcheck, volumes: mounts } = services.gisabot;

  it('builds this repository', () => {
    expect(relative(root, join(folder, build.context))).toBe('');
    expect(existsSync(join(folder, build.context, build.dockerfile))).toBe(true);
  });

  it('sets settings that exist, and takes the others from .env', () => {
    for (const name of Object.keys(environment)) expect(names).toContain(name);
    expect(relative(root, join(folder, settingsFile))).toBe('.env');
  });

  it('mounts the articles read-only, and a volume on each folder that is written', () => {
    const [articles = '', ...others] = mounts;
    const [from = '', to = '', mode] = articles.split(':');
    expect(existsSync(join(folder, from))).toBe(true);
    expect([to, mode]).toEqual([join(workingDirectory, SETTINGS.articlesDirectory.default), 'ro']);
    expect(others.map((mount) => mount.split(':')[1])).toEqual(WRITTEN.map((path) => join(workingDirectory, path)));
    expect(others.map((mount) => mount.split(':')[0])).toEqual(Object.keys(volumes));
  });

  it.each([
    [true, 0],
    [false, 1],
  ])('takes a bot for healthy when it is ready: %s', async (engine, code) => {
    const log = createLog({ level: 'silent', secrets: [] });
    const options = { port: 0, host: SETTINGS.metricsHost.default, isReady: () => ({ engine }) };
    const { port, close } = await startHealthServer({ ...options, metrics: createMetrics(), log });
    onTestFinished(close);
    const [, command = '', ...args] = healthcheck.test;
    const script = args
      .join('\n')
      .replace(`:${environment['METRICS_PORT'] ?? ''}/`, `:${port}/`)
      .split('\n');
    const child = spawn(command, script);
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(code);
  });
});

describe('the image', () => {
  const stages = dockerfile.split(/^(?=FROM )/m).slice(1);
  const last = stages.at(-1) ?? '';
  const ignored = read('Dockerfile.dockerignore')
    .split('\n')
    .filter((line) => /^[^#]/.test(line));
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));

  it('copies what exists and is given to the build', () => {
    expect(copied).toContain('src');
    for (const path of copied) {
      expect(existsSync(join(root, path)), path).toBe(true);
      expect(ignored).toContain(`!${path}`);
    }
  });

  it('is built without settings and data', () => {
    expect(ignored[0]).toBe('*');
    expect(ignored.slice(1).sort()).toEqual([...new Set(copied)].map((path) => `!${path}`).sort());
  });

  it('holds nothing that compiles, and runs without rights', () => {
    expect(last).not.toMatch(/apt-get|npm ci/);
    expect(last).toMatch(/^USER node$/m);
    expect(last).toContain(`install -d -o node -g node ${WRITTEN.join(' ')}`);
  });

  it('starts as npm start does', () => {
    expect(JSON.parse(last.match(/^CMD (.+)$/m)?.[1] ?? '[]')).toEqual(manifest.scripts.start.split(' '));
  });
});

describe('gisabot.service', () => {
  const values = new Map(
    [...read('gisabot.service').matchAll(/^(\w+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value] as const),
  );

  it('starts as npm start does', () => {
    expect(values.get('ExecStart')).toBe(`/usr/bin/env ${manifest.scripts.start}`);
  });

  it('may write the folders that the bot writes, and nothing else', () => {
    const paths = WRITTEN.map((path) => join(values.get('WorkingDirectory') ?? '', path));
    expect(values.get('ReadWritePaths')?.split(' ')).toEqual(paths);
    expect(values.get('ProtectSystem')).toBe('strict');
  });

  it('does not start again with a setting that is wrong', () => {
    expect(values.get('RestartPreventExitStatus')).toBe('2');
  });

  it('D23: takes its time before it starts again, so that a wrong token is not sent to Discord over and over', () => {
    expect(values.get('Restart')).toBe('on-failure');
    expect(Number(values.get('RestartSec'))).toBeGreaterThanOrEqual(5);
  });
});

describe('npm start', () => {
  it('needs no package for development', () => {
    const installed = new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.optionalDependencies)]);
    const imports = factsOf(readSources(join(root, 'src'))).flatMap(({ imports }) => imports);
    const missing = imports.filter(
      ({ target, isProject, isTypeOnly }) => !isProject && !isTypeOnly && !isBuiltin(target) && !installed.has(target),
    );
    expect(missing).toEqual([]);
    for (const [, name = ''] of manifest.scripts.start.matchAll(/--import (\S+)/g)) expect(installed).toContain(name);
  });
});

describe('the description', () => {
  it('S10: says where the index may lie, and what its lock is worth over a network', () => {
    expect(readme).toMatch(/network file system \(NFS, SMB\) the lock/);
  });

  const readme = read('README.md');

  it('names settings and files that exist', () => {
    for (const [name] of readme.matchAll(/\b[A-Z]+_[A-Z_]+\b/g)) expect(names).toContain(name);
    for (const [path] of readme.matchAll(/\bdocs\/deploy\/[\w.]+/g)) expect(existsSync(join(root, path)), path).toBe(true);
  });

  it('names metrics that exist', async () => {
    const text = await createMetrics().text();
    const metrics = [...readme.matchAll(/\bgisabot_(?!data|index)\w+/g)].map(([name]) => name);
    expect(metrics.length).toBeGreaterThan(3);
    for (const name of metrics) expect(text).toContain(`# TYPE ${name} `);
  });
});
