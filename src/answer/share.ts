/** Share of the weight of `things` that passes the test; 0 when there is no weight at all. */
export function share<Thing>(
  things: Iterable<Thing>,
  weights: ReadonlyMap<Thing, number>,
  passes: (thing: Thing) => boolean,
): number {
  let total = 0;
  let found = 0;
  for (const thing of things) {
    const weight = weights.get(thing) ?? 0;
    total += weight;
    if (passes(thing)) found += weight;
  }
  return total > 0 ? found / total : 0;
}
