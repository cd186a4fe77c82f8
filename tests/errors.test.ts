import { describe, expect, it } from 'vitest';
import { reportOf, UserError } from '../src/errors.ts';

describe('S17: what a program says of the error that ends it', () => {
  it('is the message alone where it says what to do', () => {
    expect(reportOf(new UserError('Index first: npm run index.'))).toBe('Index first: npm run index.');
  });

  it.each(['EMFILE', 'ENFILE'])('names the limit and what to do where no further file may be opened (%s)', (code) => {
    const error = Object.assign(new Error(`${code}: too many open files, open '/home/x'`), { code });
    expect(reportOf(error)).toMatch(/^Too many files are open: .+ulimit -n 1024/);
  });

  it('is the stack where the fault is ours', () => {
    expect(reportOf(new Error('x is undefined'))).toMatch(/x is undefined\n\s+at .+errors\.test\.ts/);
  });

  it('is whatever was thrown that is no error', () => {
    expect(reportOf('stop')).toBe('stop');
  });
});
