import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compareVersions } from './dependencies/versions.ts';

const Installed = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  hasInstallScript: z.boolean().default(false),
  link: z.boolean().default(false),
  resolved: z.string().optional(),
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
  integrity: z.string().optional(),
});
const Lock = z.object({ lockfileVersion: z.number(), packages: z.record(z.string(), Installed) });
const Names = z.record(z.string(), z.string()).default({});
const Manifest = z.object({
  ...{ dependencies: Names, optionalDependencies: Names, devDependencies: Names, version: z.string().optional() },
  license: z.string().optional(),
  scripts: Names,
  allowScripts: z.record(z.string(), z.boolean()).default({}),
});

const read = <Type>(schema: z.ZodType<Type>, path: string): Type => schema.parse(JSON.parse(readFileSync(path, 'utf8')));
const manifest = read(Manifest, 'package.json');
const { packages } = read(Lock, 'package-lock.json');
/** Every installed package, production and development: its folder and what the lockfile says of it. */
const all = Object.entries(packages)
  .filter(([path]) => path.includes('node_modules/'))
  .map(([path, facts]) => ({ path, name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), ...facts }));
const production = all.filter(({ dev }) => !dev);
/** Optional ones are for other systems, mostly. */
const present = all.filter(({ path, optional }) => !optional || existsSync(path));

/** The oldest versions without a known hole. Stubs of our own stand in where a name is linked. */
const FLOORS: Record<string, string> = {
  ...{ protobufjs: '7.6.5', sharp: '0.35.4', 'adm-zip': '0.6.0' },
  ...{ ws: '8.17.1', undici: '6.21.2', 'tar-fs': '2.1.4', semver: '7.5.2' },
};
const STUBS = ['onnxruntime-web', 'sharp'];
const LICENCES = new Set([
  ...['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0'],
  ...['(MIT OR WTFPL)', '(BSD-2-Clause OR MIT OR Apache-2.0)'],
]);
const EXACT = /^\d+\.\d+\.\d+$/;

describe('G18: the dependencies', () => {
  it('are not below the versions that closed known holes', () => {
    const below = production.filter(
      ({ name, version = '', link }) => !link && FLOORS[name] !== undefined && compareVersions(version, FLOORS[name]) < 0,
    );
    expect(below.map(({ path, version }) => `${path} ${version ?? ''}`)).toEqual([]);
    console.info(`G18: ${production.length} packages of the program, ${all.length} with its tools, 0 below a floor`);
  });

  it.each([
    ['7.6.4', '7.6.5'],
    ['7.6.5-beta.1', '7.6.5'],
    ['6.11.10', '7.6.5'],
    ['0.35.10', '0.36.0'],
  ])('are compared as versions: %s is older than %s', (older, newer) => {
    expect(compareVersions(older, newer)).toBeLessThan(0);
    expect(compareVersions(newer, older)).toBeGreaterThan(0);
    expect(compareVersions(newer, newer)).toBe(0);
  });

  it('of the embedding library are replaced by stubs that open nothing', () => {
    for (const name of STUBS) {
      expect(all.filter((each) => each.name === name)).toMatchObject([{ link: true, resolved: `embeddings/stubs/${name}` }]);
      expect(packages[`embeddings/stubs/${name}`]).toMatchObject({ hasInstallScript: false });
    }
    expect(all.filter(({ name }) => ['protobufjs', 'onnx-proto'].includes(name))).toEqual([]);
  });

  it('run a script when they are installed only where that is allowed by name', () => {
    const allowed = Object.keys(manifest.allowScripts).sort();
    expect(allowed).toEqual(['better-sqlite3', 'esbuild', 'hnswlib-node']);
    const running = present.filter(({ path, hasInstallScript, link }) => hasInstallScript || (!link && installs(path)));
    expect([...new Set(running.map(({ name }) => name))].sort()).toEqual(allowed);
  });

  it('have licences that fit ours', () => {
    const odd = all.filter(({ link, license = '' }) => !link && !LICENCES.has(license));
    expect(odd.map(({ path, license }) => `${path}: ${license ?? 'none'}`)).toEqual([]);
  });

  it('are named with exact versions, or are our own stubs', () => {
    const named = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies };
    const loose = Object.entries(named).filter(
      ([name, version]) => !EXACT.test(version) && version !== `file:embeddings/stubs/${name}`,
    );
    expect(loose).toEqual([]);
    for (const [name, version] of Object.entries(named).filter(([, version]) => EXACT.test(version)))
      expect(packages[`node_modules/${name}`], name).toMatchObject({ version });
  });

  it('come with the hash of what was looked at', () => {
    expect(all.filter(({ link, integrity }) => !link && integrity?.startsWith('sha512-') !== true)).toEqual([]);
  });

  it('are installed as the lockfile says', () => {
    const differing = present.flatMap(({ path, version, license, link }) => {
      if (link) return [];
      if (!existsSync(join(path, 'package.json'))) return [`${path} is missing`];
      const found = read(z.looseObject({ version: z.string(), license: z.unknown() }), join(path, 'package.json'));
      const same = found.version === version && (typeof found.license !== 'string' || found.license === license);
      return same ? [] : [`${path}: ${found.version} instead of ${version ?? ''}`];
    });
    expect(differing).toEqual([]);
    expect(present.length).toBeGreaterThan(100);
  });
});

/** Whether npm runs something when it installs the package, by what lies in its folder. */
function installs(path: string): boolean {
  if (!existsSync(join(path, 'package.json'))) return false;
  const { scripts } = read(Manifest, join(path, 'package.json'));
  return ['preinstall', 'install', 'postinstall'].some((name) => name in scripts) || existsSync(join(path, 'binding.gyp'));
}
