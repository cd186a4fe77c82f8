import type { Help } from 'commander';
import { EXAMPLE_QUESTION } from '../wording/example.ts';

/** Commands are started through npm, so help shows them as they are typed. */
export const HELP_STYLE: Partial<Help> = {
  commandUsage: (command) =>
    command.parent ? `npm run ${command.name()} -- ${command.usage()}` : 'npm run <command> -- [options]',
  subcommandTerm: (command) => command.name(),
};

const PURE_JSON = `
npm prints a banner of its own before the output; npm run --silent leaves it away:`;

/** What stands below the options of each command: what a newcomer wants to know, and an example. */
export const HELP_AFTER = {
  gisabot: `
Put articles (.txt, .md, .html, .pdf) into the folder articles/ and ask:
  npm run ask -- "${EXAMPLE_QUESTION}"
Each command explains itself: npm run ask -- --help. Settings: .env.example.
The Discord bot is started with npm start; npm run doctor says what it lacks.
Exit codes: 0 done, 1 failed, 2 the command line or a setting cannot be used,
130 stopped by Ctrl-C.`,
  ask: `
The answer is made of sentences of the articles, word for word, with their
sources. The index is built when it is missing or the articles changed.
What the articles do not answer is not answered: that is no error.

Examples:
  npm run ask -- "${EXAMPLE_QUESTION}"
  npm run ask -- --batch questions.jsonl > answers.jsonl
${PURE_JSON}
  npm run --silent ask -- --json "${EXAMPLE_QUESTION}"

A line of a batch:
  {"id": "1", "question": "${EXAMPLE_QUESTION}"}`,
  search: `
For each chunk: the score that ranks it, how much of the question's words it
holds (words, 0 to 1), and how near its best sentence is in meaning (cosine;
"-" without an embedding model).

Examples:
  npm run search -- "${EXAMPLE_QUESTION}"
${PURE_JSON}
  npm run --silent search -- --top 20 --json "${EXAMPLE_QUESTION}"`,
  index: `
Only what changed is read and embedded. The index in use stays as it is until
the new one is complete. Ctrl-C is safe: what was embedded is kept.

Examples:
  npm run index
  npm run index -- --full`,
  sources: `
Files that are left out are listed with the reason.

Examples:
  npm run sources
  npm run --silent sources -- --json`,
  doctor: `
"note" is worth knowing, "PROBLEM" has to be mended; each says what to do. Exit code 1 when there is a problem.

Example:
  npm run doctor`,
  invite: `
The link asks for no more than the bot uses; each permission is listed with
what it is for. The bot itself is started with npm start.

Examples:
  npm run invite
  npm run invite -- 123456789012345678`,
  eval: `
A line of a questions file:
  {"question": "…", "answers": ["…"], "articles": ["file.md"]}
One of the answers has to stand in what is shown; a question without answers
should be refused. Articles are file names or their beginnings. A line that is
no question says "smallTalk": true.

A report kept as JSON can be compared with: figures that changed, and the
questions that were right before and are wrong now, or the other way round.

Examples:
  npm run eval -- --questions questions.jsonl
  npm run --silent eval -- --questions questions.jsonl --json > before.json
  npm run eval -- --questions questions.jsonl --compare before.json`,
  fit: `
Writes src/answer/weights.json: first the weights of the sentence scorer, then,
with these, those of the confidence. Measure before and after with npm run eval.

Example:
  npm run fit`,
} as const;
