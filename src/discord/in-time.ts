/** Milliseconds: two of these and an acknowledgement fit into Discord's three seconds. */
const PATIENCE = 1_000;

/** What a promise gives, or undefined where that takes too long to be waited for before an interaction is acknowledged. */
export async function inTime<Value>(promise: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, undefined);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
