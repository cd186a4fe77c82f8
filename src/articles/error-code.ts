import { systemCode } from '../errors.ts';

/** The code of a system error (ENOENT): its message names paths of the machine, which no report of the index shows. */
export function errorCode(error: unknown): string {
  return systemCode(error) ?? 'unknown error';
}
