import type { Language } from '../../types.ts';
import type { Content } from '../respond.ts';

/** Where a question came from and where its answer goes: a command, a message, a thread. */
export interface Surface {
  readonly person: string;
  /** null in a direct message. */
  readonly server: string | null;
  readonly channel: string;
  /** Id of the message that asks, and of the thread that is opened on it; null where there is none. */
  readonly question: string | null;
  /** Language of what stands around the answer. */
  readonly language: Language;
  /** Language of a refusal, which only the asker sees where Discord allows it. */
  readonly refusalLanguage: Language;
  /** Only the asker sees the answer. */
  readonly isPrivate: boolean;
  /** Whether the question has to be repeated above the answer, since nobody sees it otherwise. */
  readonly repeatsQuestion: boolean;
  /** Says that the question has arrived, before anything takes time. */
  acknowledge(): Promise<void>;
  /** Shows something until the answer takes its place. */
  wait(content: Content): Promise<void>;
  /** Shows what there is of the answer so far, where it can be replaced by the answer. */
  progress(content: Content): Promise<void>;
  /** Says why there is no answer; only to the asker where Discord allows it. */
  refuse(content: Content): Promise<void>;
  /** Shows the answer. @returns ids of the messages that show the answer. */
  answer(contents: readonly Content[]): Promise<string[]>;
}
