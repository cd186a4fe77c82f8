import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { BaseMessage } from '@langchain/core/messages';
import type { ChatGenerationChunk } from '@langchain/core/outputs';
import { z } from 'zod';
import { ModelError } from './model-error.ts';
import type { Prompt } from './prompt.ts';

/** Tokens that were read and written, where the endpoint says so. */
export interface Usage {
  tokens: number | null;
}

/** No answer that follows the prompt is that long. */
const MOST_CHARACTERS = 8_000;

/**
 * The text that a model writes, piece by piece. Everything together, connecting and slow dripping included, takes no longer than the limit:
 * whatever the model does then, it is not waited for. The model is called below LangChain's tracing and callbacks: the environment cannot
 * make them send the prompt elsewhere.
 * @throws ModelError when it takes too long or writes nothing; whatever else the model throws.
 */
export async function* streamText(
  open: () => Promise<BaseChatModel>,
  prompt: Prompt,
  limits: { seconds: number; signal: AbortSignal | undefined },
  usage: Usage,
): AsyncGenerator<string> {
  const stop = new AbortController();
  const interrupted = interruption(limits, stop);
  let iterator: AsyncIterator<ChatGenerationChunk> | undefined;
  let length = 0;
  try {
    const [model, messages] = await Promise.race([Promise.all([open(), messagesOf(prompt)]), interrupted.promise]);
    iterator = model._streamResponseChunks(messages, { signal: stop.signal })[Symbol.asyncIterator]();
    for (;;) {
      const next = await Promise.race([iterator.next(), interrupted.promise]);
      if (next.done === true) break;
      const { message, text } = next.value;
      usage.tokens = tokensOf(message) ?? usage.tokens;
      length += text.length;
      if (length > MOST_CHARACTERS) throw new ModelError('body', 'its answer does not end');
      if (text !== '') yield text;
    }
    if (length === 0) throw new ModelError('empty', 'its answer is empty');
  } finally {
    interrupted.end();
    stop.abort();
    // What the model still throws after it was stopped concerns nobody.
    void iterator?.return?.(undefined).catch(() => undefined);
  }
}

/** LangChain is loaded with the first prompt: it takes longer than the rest of the program, and most need no model. */
async function messagesOf({ system, user }: Prompt): Promise<BaseMessage[]> {
  const { HumanMessage, SystemMessage } = await import('@langchain/core/messages');
  return [new SystemMessage(system), new HumanMessage(user)];
}

const Counted = z.looseObject({ total_tokens: z.number() });

function tokensOf(message: BaseMessage): number | null {
  const counted = Counted.safeParse(Reflect.get(message, 'usage_metadata'));
  return counted.success ? counted.data.total_tokens : null;
}

/** Rejects when the time is up or whoever asked has gone. */
function interruption({ seconds, signal }: { seconds: number; signal: AbortSignal | undefined }, stop: AbortController) {
  let interrupt: (error: ModelError) => void = () => undefined;
  const promise = new Promise<never>((_, reject) => {
    interrupt = (error) => {
      stop.abort();
      reject(error);
    };
  });
  promise.catch(() => undefined);
  const leave = (): void => {
    interrupt(new ModelError('stopped', 'nobody waits for the answer any more'));
  };
  const timer = setTimeout(() => {
    interrupt(new ModelError('timeout', `it takes longer than ${seconds} s`));
  }, seconds * 1000);
  if (signal?.aborted === true) leave();
  signal?.addEventListener('abort', leave);
  return {
    promise,
    end: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
    },
  };
}
