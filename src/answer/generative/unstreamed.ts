import { z } from 'zod';
import { ModelError } from './model-error.ts';

const Completion = z.looseObject({
  choices: z
    .array(z.looseObject({ message: z.looseObject({ content: z.string().min(1) }), finish_reason: z.string().nullish() }))
    .min(1),
  // Not every endpoint counts.
  usage: z.unknown().optional(),
});

/**
 * The stream of events that says the same as an answer in one piece: not every endpoint streams, even when it is asked to.
 * @throws ModelError when it is no such answer, or an empty one.
 */
export function streamOf(body: string): string {
  const completion = Completion.safeParse(parse(body));
  if (!completion.success) throw new ModelError('empty', 'its answer holds no text');
  const { choices, usage } = completion.data;
  const [choice] = choices;
  const delta = { role: 'assistant', content: choice?.message.content ?? '' };
  const chunk = {
    ...{ id: '', object: 'chat.completion.chunk', created: 0, model: '' },
    ...{ choices: [{ index: 0, delta, finish_reason: choice?.finish_reason ?? 'stop' }], usage },
  };
  return `data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new ModelError('body', 'its answer is not JSON');
  }
}
