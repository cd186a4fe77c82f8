import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentExample, withSettingsTable } from './settings.ts';

// Writes .env.example and the README's table of settings: npx tsx tests/support/write-settings.ts
const root = join(import.meta.dirname, '../..');
const readme = join(root, 'README.md');
writeFileSync(join(root, '.env.example'), environmentExample());
writeFileSync(readme, withSettingsTable(readFileSync(readme, 'utf8')));
