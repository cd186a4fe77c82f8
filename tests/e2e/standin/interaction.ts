import type { Core } from './core.ts';
import { isRecord, short, sleep } from './small.ts';
import type { CallbackData, Choice } from './payload.ts';
import { FLAGS } from './permissions.ts';
import type { Message, User } from './model.ts';
import { PATIENCE } from './patience.ts';

export const INTERACTION = { COMMAND: 2, COMPONENT: 3, AUTOCOMPLETE: 4, MODAL: 5 };
export const CALLBACK = { REPLY: 4, DEFER: 5, DEFER_UPDATE: 6, UPDATE: 7, CHOICES: 8, MODAL: 9 };

export interface InteractionPayload {
  id: string;
  token: string;
  type: number;
  channel_id: string;
  guild_id?: string;
  data: Record<string, unknown>;
  authorizing_integration_owners: Record<string, string>;
  [field: string]: unknown;
}

export interface Acknowledgement {
  type: number;
  data: CallbackData;
  /** Milliseconds from the interaction to its callback. */
  ms: number;
}

/** One use of a command, button, select menu, modal or autocomplete field, and everything the bot did about it. */
export class Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  sentAt = Date.now();
  ackedBy: Acknowledgement | null = null;
  /** The response message (or the component's message, after a deferred or direct update). */
  original: Message | null = null;
  readonly followups: Message[] = [];
  readonly timeline: { ms: number; what: string; content: string }[] = [];
  expired = false;
  /** Why the user saw "The application did not respond", if so. */
  lost: 'timeout' | 'no session' | null = null;

  constructor(
    readonly core: Core,
    readonly payload: InteractionPayload,
    readonly user: User,
    readonly sourceMessage: Message | null,
  ) {
    this.id = payload.id;
    this.token = payload.token;
    this.type = payload.type;
  }

  /** Milliseconds to the acknowledgement, null before it. */
  get ackMs(): number | null {
    return this.ackedBy?.ms ?? null;
  }

  /** All messages that the bot made for this interaction, deleted ones left out. */
  get messages(): Message[] {
    return [this.original, ...this.followups].filter((message) => message !== null).filter((message) => !message.deleted);
  }

  /** Writes down a step of the bot. */
  note(what: string, content?: string | null): void {
    this.timeline.push({ ms: Date.now() - this.sentAt, what, content: short(content ?? '', 120) });
    this.core.events.emit('interaction', this);
  }

  /** Ends the fifteen minutes: further answers get 50027. */
  expireToken(): void {
    this.expired = true;
  }

  /** The interaction in a message to the tester. */
  describe(): string {
    const { name, custom_id } = this.payload.data;
    return `interaction type ${this.type} "${short(name ?? custom_id)}"`;
  }

  /** Waits for the callback (the acknowledgement). */
  async ack(): Promise<Acknowledgement> {
    const deadline = this.core.options.interactionDeadlineMs;
    const late = `${this.describe()}: the bot did not answer within ${deadline} ms ("The application did not respond")`;
    await this.core.until(
      () => this.ackedBy ?? this.lost,
      deadline + 1500,
      () => late,
    );
    if (!this.ackedBy) throw new Error(late);
    return this.ackedBy;
  }

  /** Waits for the first visible answer: a reply or update, or the first edit or followup after a defer. */
  async reply({ timeout = PATIENCE } = {}): Promise<Message> {
    const { type } = await this.ack();
    if (type === CALLBACK.MODAL) throw new Error(`${this.describe()}: the bot opened a modal instead of replying`);
    const describe = (): string => {
      const what = `deferred (type ${type}) but nothing was shown within ${timeout} ms`;
      return `${this.describe()}: ${what}; timeline ${JSON.stringify(this.timeline)}`;
    };
    return this.core.until(() => this.#visible(), timeout, describe);
  }

  #visible(): Message | null {
    const message = this.original;
    const shown = message && !message.deleted && !(message.flags & FLAGS.LOADING);
    if (shown && (this.ackedBy?.type !== CALLBACK.DEFER_UPDATE || message._touchedBy.has(this.id))) return message;
    return this.followups.find((followup) => !followup.deleted) ?? null;
  }

  /** Waits until the bot has been quiet about this interaction (for answers that are streamed by edits). */
  async settled({ quietMs = 700, timeout = PATIENCE } = {}): Promise<Message> {
    const first = await this.reply({ timeout });
    const end = Date.now() + timeout;
    for (;;) {
      const wait = this.sentAt + (this.timeline.at(-1)?.ms ?? 0) + quietMs - Date.now();
      if (wait <= 0) return this.original && !this.original.deleted ? this.original : first;
      if (Date.now() > end) throw new Error(`${this.describe()}: still editing after ${timeout} ms`);
      await sleep(Math.min(wait, 50));
    }
  }

  /** Waits for the followup message number `index`, the first being 0. */
  followup(index = 0, { timeout = PATIENCE } = {}): Promise<Message> {
    const describe = (): string => `${this.describe()}: no followup ${index} within ${timeout} ms`;
    return this.core.until(() => this.followups[index], timeout, describe);
  }

  /** Waits for a modal and returns it. */
  modal(): Promise<CallbackData> {
    return this.#answer(CALLBACK.MODAL, 'a modal');
  }

  /** Waits for autocomplete choices. */
  async choices(): Promise<Choice[]> {
    const data = await this.#answer(CALLBACK.CHOICES, 'autocomplete choices');
    return data.choices ?? [];
  }

  async #answer(wanted: number, what: string): Promise<CallbackData> {
    const { type, data } = await this.ack();
    if (type !== wanted) throw new Error(`${this.describe()}: expected ${what}, got callback type ${type}`);
    return data;
  }
}

/** Takes an object for callback data, whose fields the schema has checked. */
export const isCallbackData = (value: unknown): value is CallbackData => isRecord(value);
