import { messageOf, UserError } from '../errors.ts';
import { generationName, listGenerations } from './generation-files.ts';
import { Generation, type OpenOptions } from './generation.ts';

/** The newest generation that is whole, and what is wrong with newer ones. */
export interface OpenResult {
  generation: Generation | undefined;
  alerts: string[];
}

/**
 * Opens the newest generation whose every byte verifies; damaged ones are passed over with an alert.
 * @throws UserError when a newer gisabot wrote the index: it is left untouched.
 */
export async function openNewestGeneration(dataDirectory: string, options: OpenOptions = {}): Promise<OpenResult> {
  const alerts: string[] = [];
  const numbers = listGenerations(dataDirectory);
  for (const number of numbers) {
    try {
      const generation = await Generation.open(dataDirectory, number, options);
      if (generation.problem !== null) alerts.push(`${generationName(number)}: ${generation.problem}`);
      return { generation, alerts };
    } catch (error) {
      if (error instanceof UserError) throw error;
      alerts.push(`${generationName(number)} cannot be used: ${messageOf(error)}`);
    }
  }
  // A writer may have published and removed generations meanwhile.
  return listGenerations(dataDirectory)[0] === numbers[0]
    ? { generation: undefined, alerts }
    : openNewestGeneration(dataDirectory, options);
}
