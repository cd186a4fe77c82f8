import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { newReference } from '../src/log.ts';
import { lineOf, logged } from './support/log.ts';

describe('a line of the log', () => {
  it('is a JSON object with level, time, message and the fields', () => {
    const line = lineOf((log) => {
      log.child({ shard: 3 }).warn({ name: 'ask' }, 'slow');
    });
    expect(line).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      shard: 3,
      name: 'ask',
      msg: 'slow',
    });
  });

  it('is written from the level on that is asked for', () => {
    const levels = logged(
      (log) => {
        log.debug('a');
        log.info('b');
        log.warn('c');
        log.error('d');
      },
      { level: 'warn' },
    );
    expect(levels.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['c', 'd']);
  });

  it('stays one line whatever is logged, and holds nothing that a terminal obeys', () => {
    const text = 'a\r\nb\u0085c\u2028d\u2029e\u009b31mf\u001b[31mg\u007fh\u202ei';
    const [line = ''] = logged((log) => {
      log.child({ text }).info({ text, error: new Error(text) }, text);
    });
    expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202e]/);
    expect(JSON.parse(line)).toMatchObject({ text, msg: text });
  });

  it('keeps a percent sign that looks like a placeholder', () => {
    expect(
      lineOf((log) => {
        log.info('100%s %d');
      }),
    ).toMatchObject({ msg: '100%s %d' });
  });

  it('is written for what JSON cannot hold', () => {
    const circle: Record<string, unknown> = { size: 10n };
    circle['self'] = circle;
    expect(
      lineOf((log) => {
        log.info({ circle }, 'round');
      }),
    ).toMatchObject({ msg: 'round' });
  });
});

describe('an error in the log', () => {
  it.each(['err', 'error', 'reason'])('is written as %s with type, message, stack, code, status and causes', (name) => {
    const error = Object.assign(new TypeError('no', { cause: new RangeError('too far') }), { code: 50013, status: 403 });
    const line = lineOf((log) => {
      log.error({ [name]: error }, 'refused');
    });
    expect(line[name]).toEqual({
      ...{ type: 'TypeError', message: 'no', stack: error.stack, code: 50013, status: 403 },
      cause: expect.objectContaining({ type: 'RangeError', message: 'too far' }) as object,
    });
  });

  it('is written without its other fields, under whatever name and in a list, since they may hold what members wrote', () => {
    const error = Object.assign(new Error('no'), { requestBody: 'WORDS', url: 'https://discord.com/WORDS', code: ['WORDS'] });
    const [line] = logged((log) => {
      log.child({ err: error }).error({ reason: error, all: [error] }, 'refused');
    });
    expect(line).toContain('"reason":{"type":"Error"');
    expect(line).toContain('"all":[{"type":"Error"');
    expect(line).not.toContain('WORDS');
  });

  it('may be its own cause', () => {
    const error = new Error('round');
    error.cause = error;
    expect(
      lineOf((log) => {
        log.error({ error }, 'x');
      }),
    ).toMatchObject({ msg: 'x' });
  });
});

describe('the log of a program', () => {
  it('is on standard output, complete when the program ends at once', () => {
    const program = `import { createLog } from './src/log.ts';
      const log = createLog({ level: 'info', secrets: [] });
      for (let i = 0; i < 1000; i++) log.info({ i }, 'line');
      process.exit(3);`;
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect({ stderr, status }).toEqual({ stderr: '', status: 3 });
    expect(stdout.trimEnd().split('\n')).toHaveLength(1000);
  });
});

describe('a reference', () => {
  it('is eight hexadecimal digits, another one each time', () => {
    const references = Array.from({ length: 100 }, newReference);
    for (const reference of references) expect(reference).toMatch(/^[0-9a-f]{8}$/);
    expect(new Set(references).size).toBe(100);
  });
});
