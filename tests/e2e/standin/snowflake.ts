const EPOCH = 1_420_070_400_000n;
let last = 0n;

/** An identifier for now (or the given time in milliseconds), strictly increasing within the process. */
export function snowflake(at = Date.now()): string {
  const id = (BigInt(at) - EPOCH) << 22n;
  last = id > last ? id : last + 1n;
  return String(last);
}

/** The newest identifier given out so far. */
export const newest = (): bigint => last;

/** An identifier for the application, in the past, without moving the counter forward. */
export const snowflakeOf = (at: number): string => String((BigInt(at) - EPOCH) << 22n);

/** Orders things by identifier, oldest first. */
export const byId = (a: { id: string }, b: { id: string }): number => (BigInt(a.id) < BigInt(b.id) ? -1 : 1);
