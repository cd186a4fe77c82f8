import { expect } from 'vitest';
import { openNewestGeneration } from '../../src/search/open-generation.ts';
import { contentIn } from '../support/index-fixtures.ts';

/** The content of the newest generation as text; null without one. Fails when anything is found damaged. */
export async function soundContent(data: string): Promise<string | null> {
  const { generation, alerts } = await openNewestGeneration(data);
  const content = generation ? JSON.stringify(await contentIn(generation)) : null;
  await generation?.close();
  expect(alerts).toEqual([]);
  return content;
}
