import type { Removal } from './removal.ts';

/** What Discord, its people and dying processes run into. */
export const DISCORD: readonly Removal[] = [
  {
    ...{ row: 'D4', what: 'allowedMentions', file: 'src/discord/client.ts', test: 'tests/e2e/hostile.test.ts' },
    ...{ find: '    allowedMentions: { parse: [], repliedUser: false },\n', replace: '' },
  },
  {
    ...{ row: 'S19', what: 'masking of secrets in the log', file: 'src/main.ts', test: 'tests/reliability/day.test.ts' },
    ...{
      find: 'level: config.logLevel, secrets: [config.discordToken, config.modelKey]',
      replace: 'level: config.logLevel, secrets: []',
    },
  },
  {
    ...{ row: 'promise 5', what: 'error listener of the client', file: 'src/discord/log-connection.ts' },
    ...{ find: '  client.on(Events.Error, (error) => {', replace: '  void ((error: Error) => {' },
    test: 'tests/discord/client-error.test.ts',
  },
  {
    ...{ row: 'D9', what: 'check of administrators', file: 'src/discord/route.ts', test: 'tests/e2e/reindex.test.ts' },
    ...{ find: '    requireAllowed(interaction, command?.administrators, call);\n', replace: '' },
  },
  {
    ...{
      row: 'D4',
      what: 'mentions after @ on display, posted',
      file: 'src/discord/render/markdown-escape.ts',
      test: 'tests/reliability/discord-pings.test.ts',
    },
    ...{ find: '  for (const { index } of text.matchAll(AFTER_AT)) insertions.set(index, WORD_JOINER);\n', replace: '' },
  },
  {
    ...{ row: 'D9', what: 'refusal of who is no administrator', file: 'src/discord/route.ts', test: 'tests/e2e/twice.test.ts' },
    ...{
      find: '  throw new RefusedError(commonWords[reader.private]',
      replace: `  if (guildId === '') throw new RefusedError(commonWords[reader.private]`,
    },
  },
  {
    ...{ row: 'D8', what: 'limit of the queue', file: 'src/discord/ask/asking.ts', test: 'tests/discord/ask/asking.test.ts' },
    ...{ find: `    if (this.#admitted >= this.#limits.queue) return { reason: 'busy' };\n`, replace: '' },
  },
  {
    ...{ row: 'D7', what: 'limit of a person', file: 'src/discord/ask/asking.ts', test: 'tests/discord/ask/asking.test.ts' },
    ...{ find: '    this.#persons.count(person);\n', replace: '' },
  },
  {
    ...{
      row: 'D20',
      what: 'deadline of the acknowledgement',
      file: 'src/discord/respond.ts',
      test: 'tests/e2e/requests.test.ts',
    },
    ...{ find: '    await Promise.race([settled, impatient]);', replace: '    await settled;' },
  },
  {
    ...{ row: 'D17', what: 'interactions answered once', file: 'src/discord/start.ts', test: 'tests/e2e/twice.test.ts' },
    ...{
      find: 'if (seen.add(interaction.id)) underWay.add(route(bot, interaction));',
      replace: 'underWay.add(route(bot, interaction));',
    },
  },
  {
    ...{
      row: 'D17',
      what: 'messages answered once',
      file: 'src/discord/start.ts',
      test: 'tests/reliability/discord-faults.test.ts',
    },
    ...{ find: 'if (!bot.isClosing && seen.add(message.id)) underWay', replace: 'if (!bot.isClosing) underWay' },
  },
  {
    ...{ row: 'D17', what: 'the nonce of a message', file: 'src/discord/send.ts', test: 'tests/e2e/requests.test.ts' },
    ...{ find: ', enforceNonce: true };', replace: ' };' },
  },
  {
    ...{
      row: 'D14',
      what: 'no retry of what can never succeed',
      file: 'src/discord/discord-errors.ts',
      test: 'tests/reliability/discord-faults.test.ts',
    },
    ...{ find: `    if (problemOf(error) !== 'passing') throw error;\n`, replace: '' },
  },
  {
    ...{
      row: 'S12',
      what: 'a question is asked once more',
      file: 'src/engine/engine-client.ts',
      test: 'tests/reliability/process-kills.test.ts',
    },
    ...{ find: 'const MAXIMUM_ATTEMPTS = 2;', replace: 'const MAXIMUM_ATTEMPTS = 1;' },
  },
  {
    ...{ row: 'S12', what: 'limit of deaths', file: 'src/engine/restarts.ts', test: 'tests/engine/supervision.test.ts' },
    ...{ find: 'const TOO_MANY_DEATHS = 5;', replace: 'const TOO_MANY_DEATHS = 5_000;' },
  },
  {
    ...{ row: 'D23', what: 'a failed start lasts a while', file: 'src/main.ts', test: 'tests/e2e/lifecycle.test.ts' },
    ...{ find: '  if (!process.stderr.isTTY) await untilLongEnough();\n', replace: '' },
  },
  {
    ...{ row: 'D24', what: 'events that cannot be read', file: 'src/discord/client.ts' },
    ...{ test: 'tests/reliability/discord-faults.test.ts', find: '  surviveEvents(client);\n', replace: '' },
  },
];
