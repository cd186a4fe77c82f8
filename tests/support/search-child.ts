/** Opens the index of the folder that is named on the command line, searches it, and says how many articles it found. */
import { openNewestGeneration } from '../../src/search/open-generation.ts';

const { generation, alerts } = await openNewestGeneration(process.argv[2] ?? '');
const found = (await generation?.search({ terms: ['문장'], vector: null, candidates: 100 })) ?? [];
process.stdout.write(`found ${new Set(found.map(({ article }) => article.source)).size} ${alerts.join()}\n`);
