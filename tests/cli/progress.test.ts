import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { progressReporter } from '../../src/cli/progress.ts';
import { columnsOf } from '../../src/text/shape.ts';
import { fakeTerminal } from './terminal.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('progress', () => {
  it('is a bar that is redrawn on a terminal, and wiped at the end', () => {
    const { stream, written } = fakeTerminal({ columns: 80 });
    const { update, end } = progressReporter(stream);
    update({ phase: 'embedding', done: 0, total: 4 });
    update({ phase: 'embedding', done: 2, total: 4 });
    end();
    const bars = ['░'.repeat(30), '█'.repeat(15) + '░'.repeat(15)];
    expect(written).toEqual([
      `\r\x1b[K${bars[0] ?? ''} Indexing articles 0/4`,
      `\r\x1b[K${bars[1] ?? ''} Indexing articles 2/4`,
      '\r\x1b[K',
    ]);
  });

  it('fits a narrow terminal', () => {
    const { stream, written } = fakeTerminal({ columns: 40 });
    progressReporter(stream).update({ phase: 'reading', done: 100_000, total: 100_000 });
    expect(columnsOf(written[0]!.replace('\r\x1b[K', ''))).toBeLessThan(40);
  });

  it('is a line now and then in a file', () => {
    const { stream, written } = fakeTerminal({ isTTY: false });
    const { update, end } = progressReporter(stream);
    for (let done = 0; done < 12; done++) {
      update({ phase: 'embedding', done, total: 12 });
      vi.advanceTimersByTime(1_000);
    }
    end();
    expect(written).toEqual(['Indexing articles 5/12\n', 'Indexing articles 10/12\n']);
  });

  it('of a short run says nothing in a file', () => {
    const { stream, written } = fakeTerminal({ isTTY: false });
    const { update, end } = progressReporter(stream);
    update({ phase: 'publishing', done: 1, total: 1 });
    end();
    expect(written).toEqual([]);
  });
});
