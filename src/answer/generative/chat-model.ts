import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { endpointFetch, type Endpoint } from './endpoint.ts';

export interface ChatModelOptions extends Endpoint {
  /** Name of the model at the endpoint. */
  model: string;
}

/** Tokens of an answer: three sentences in Korean need about two hundred. */
export const MOST_TOKENS = 600;
/** The library wants one even where the endpoint does not. It is never sent: the header is endpointFetch's business. */
const NO_KEY = 'none';

/** The model behind an OpenAI-compatible endpoint. Nothing is sent before it is asked; the environment is not looked at. */
export async function openChatModel({ address, key, model }: ChatModelOptions): Promise<BaseChatModel> {
  const { ChatOpenAICompletions } = await import('@langchain/openai');
  return new ChatOpenAICompletions({
    ...{ model, apiKey: NO_KEY, temperature: 0, maxTokens: MOST_TOKENS, maxRetries: 0, streaming: true, streamUsage: true },
    configuration: {
      ...{ baseURL: address, fetch: endpointFetch({ address, key }), maxRetries: 0, logLevel: 'off' },
      ...{ organization: null, project: null, webhookSecret: null },
    },
  });
}
