import type { IndexReport } from '../../indexing/reindex.ts';
import { UserError } from '../../errors.ts';
import type { Failure, Language } from '../../types.ts';
import { customId } from '../custom-id.ts';
import { rows } from '../render/components.ts';
import { plainLine, plainText } from '../render/markdown.ts';
import { shorten } from '../render/markdown-shorten.ts';
import { splitMessage } from '../render/split.ts';
import { timestamp } from '../render/time.ts';
import type { Content } from '../respond.ts';
import { commonWords } from '../wording/common.ts';
import { figure } from '../wording/figures.ts';
import { reasonIn } from '../wording/reasons.ts';
import { reindexWords } from '../wording/reindex.ts';
import { UpdateStoppedError, type IndexUpdate } from './index-updates.ts';

/** Name of the handler of the button that stops an update. */
export const CANCEL = 'reindex-cancel';

/** How an update ended. */
export type Outcome = { report: IndexReport } | { error: unknown };

const BAR_CHARACTERS = 12;
/** More are not read in Discord; the command line lists them all. */
const FILES_SHOWN = 100;
const FILE_CHARACTERS = 200;
const REASON_CHARACTERS = 300;

/** What an update is doing, with a button to stop it. */
export function progressMessage(update: IndexUpdate, language: Language): Content {
  const words = reindexWords[language];
  const { full, progress, since } = update;
  const lines = [`**${words.running(full)}**`];
  if (progress) {
    const { done, total, phase } = progress;
    lines.push(`${bar(done, total)} ${figure(done, language)}/${figure(total, language)} · ${words.phases[phase]}`);
  }
  return { content: lines.join('\n'), components: rows([{ id: customId(CANCEL, since), label: words.cancel, style: 'danger' }]) };
}

/** ▓▓▓▓░░░░░░░░; full only when everything is done. */
export function bar(done: number, total: number): string {
  const filled = total <= 0 ? 0 : Math.min(BAR_CHARACTERS, Math.floor((done / total) * BAR_CHARACTERS));
  return '▓'.repeat(filled) + '░'.repeat(BAR_CHARACTERS - filled);
}

/** Since when and by whom an update runs. Another server's people are not named. */
export function alreadyRunningMessage(update: IndexUpdate, server: string, language: Language): Content {
  const words = reindexWords[language];
  const { by, since } = update;
  const isOwn = update.server === server;
  const person = isOwn ? `<@${by}>` : update.server !== null ? words.otherServer : by === 'watch' ? words.watcher : words.program;
  const cancel = isOwn ? [{ id: customId(CANCEL, since), label: words.cancel, style: 'danger' as const }] : [];
  return { content: words.alreadyRunning(timestamp(since), person), components: rows(cancel) };
}

/**
 * The result of an update in as many messages as it needs.
 * @throws the error itself when it is none that a person can do something about.
 */
export function outcomeMessages(outcome: Outcome, language: Language): Content[] {
  const text = 'report' in outcome ? reportText(outcome.report, language) : errorText(outcome.error, language);
  return splitMessage(text).map((content, index) => ({ content, ...(index === 0 ? { embeds: [], components: [] } : {}) }));
}

function reportText(report: IndexReport, language: Language): string {
  const words = reindexWords[language];
  const { added, updated, deleted, failed, warnings } = report;
  return [
    `**${words.done(report)}**`,
    ...(added + updated + deleted === 0 ? [words.nothingNew] : []),
    words.totals(report),
    ...fileLines(words.failures, failed, language),
    ...fileLines(words.warnings, warnings, language),
  ].join('\n');
}

function fileLines(heading: string, files: readonly Failure[], language: Language): string[] {
  if (files.length === 0) return [];
  const lines = files.slice(0, FILES_SHOWN).map(({ source, reason }) => {
    const shown = shorten(reasonIn(language, reason), REASON_CHARACTERS);
    return `- **${plainLine(shorten(source, FILE_CHARACTERS))}**: ${plainLine(shown)}`;
  });
  const hidden = files.length - lines.length;
  return ['', `**${heading}**`, ...lines, ...(hidden > 0 ? [reindexWords[language].hidden(hidden)] : [])];
}

function errorText(error: unknown, language: Language): string {
  const words = reindexWords[language];
  if (error instanceof UpdateStoppedError) return error.reason === 'cancelled' ? words.cancelled : commonWords[language].closing;
  // The engine's own error says so when the whole program ends.
  if (error instanceof Error && 'reason' in error && error.reason === 'closed') return commonWords[language].closing;
  if (error instanceof UserError) return words.failed(plainText(reasonIn(language, error.message)));
  throw error;
}
