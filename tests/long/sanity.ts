/**
 * Takes safety checks out of a copy of the program, one after the other, and expects the suite of each to turn red; with nothing taken out
 * all of them must be green. Ends with 1 when one does not. With arguments only the removals that have one of them in their description run.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Table from 'cli-table3';
import { z } from 'zod';
import type { Removal } from './sanity/removal.ts';
import { REMOVALS } from './sanity/removals.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const COPIED = ['src', 'tests', 'articles', 'docs', 'package.json', 'package-lock.json', 'tsconfig.json', 'vitest.config.ts'];
const LINKED = ['node_modules', 'embeddings'];
const PATIENCE = 20 * 60_000;

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) })),
});

interface Outcome {
  passed: number;
  /** Names of the tests that failed. */
  failed: string[];
  /** What else went wrong; undefined when nothing did. */
  problem?: string;
}

/** A copy of the program in a folder of its own; what is large and is not changed is linked. */
function copyOfTree(): { folder: string; tree: string } {
  const folder = mkdtempSync(join(tmpdir(), 'gisabot-sanity-'));
  // Some tests start a program as another user.
  chmodSync(folder, 0o755);
  const tree = join(folder, 'tree');
  for (const name of COPIED) cpSync(join(ROOT, name), join(tree, name), { recursive: true });
  for (const name of LINKED) symlinkSync(join(ROOT, name), join(tree, name));
  const shared = resolve(ROOT, '../shared');
  if (existsSync(shared)) symlinkSync(shared, join(folder, 'shared'));
  return { folder, tree };
}

function runTests(tree: string, tests: readonly string[], stopAtFirst: boolean): Outcome {
  const file = join(tree, 'report.json');
  rmSync(file, { force: true });
  const parameters = ['--reporter=json', `--outputFile=${file}`, '--maxWorkers=1', ...(stopAtFirst ? ['--bail=1'] : [])];
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const { status, stderr } = spawnSync(process.execPath, [vitest, 'run', ...tests, ...parameters], {
    ...{ cwd: tree, encoding: 'utf8', timeout: PATIENCE, env: { ...process.env, NODE_OPTIONS: '' } },
  });
  if (!existsSync(file)) return { passed: 0, failed: [], problem: `vitest gave no report: ${stderr.slice(-500)}` };
  const { numPassedTests, testResults } = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const failed = testResults.flatMap(({ assertionResults }) => assertionResults).filter((test) => test.status === 'failed');
  const names = failed.map(({ fullName }) => fullName);
  if (names.length > 0 || status === 0) return { passed: numPassedTests, failed: names };
  return { passed: numPassedTests, failed: [], problem: `the suite died of it: ${stderr.slice(-500)}` };
}

/** Applies a removal, runs its suite, and puts the file back. */
function tryRemoval(tree: string, { file, find, replace, test }: Removal): Outcome {
  const path = join(tree, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(find).length !== 2) return { passed: 0, failed: [], problem: `does not stand once in ${file}` };
  writeFileSync(
    path,
    text.replace(find, () => replace),
  );
  try {
    return runTests(tree, [test], true);
  } finally {
    writeFileSync(path, text);
  }
}

const wanted = process.argv.slice(2);
const removals = REMOVALS.filter(
  ({ row, what, test }) => wanted.length === 0 || wanted.some((text) => `${row} ${what} ${test}`.includes(text)),
);
const { folder, tree } = copyOfTree();
const problems: string[] = [];
try {
  const tests = [...new Set(removals.map(({ test }) => test))];
  const whole = runTests(tree, tests, false);
  console.info(`nothing removed: ${whole.passed} tests pass, ${whole.failed.length} fail`);
  if (whole.failed.length > 0 || whole.passed === 0) problems.push(...[whole.problem ?? [], whole.failed].flat());
  for (const problem of problems) console.info(`  ${problem}`);
  const table = new Table({ head: ['row', 'removed', 'suite', 'turns red'], colWidths: [11, 40, 45, 60], wordWrap: true });
  for (const removal of removals) {
    const { failed, problem } = tryRemoval(tree, removal);
    if (failed.length === 0) problems.push(`${removal.what}: ${problem ?? 'stays green'}`);
    console.info(`${removal.row}: ${removal.what}: ${failed.length > 0 ? 'red' : (problem ?? 'STAYS GREEN')}`);
    table.push([removal.row, removal.what, removal.test, failed[0] ?? problem ?? 'no']);
  }
  console.info(table.toString());
  console.info(`G20: ${removals.length} checks removed, ${problems.length} problems`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
