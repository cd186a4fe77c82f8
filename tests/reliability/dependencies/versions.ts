/** Less than, equal to or greater than 0 as one version is older than, the same as or newer than another. A pre-release is older. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('-', 2));
  const [left, right] = [a, b].map((parts) => (parts?.[0] ?? '').split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return (a?.length === 2 ? 0 : 1) - (b?.length === 2 ? 0 : 1);
}
