import { alreadyAcknowledged, ApiError, emptyMessage, invalidForm, unknown } from '../api-errors.ts';
import type { Core } from '../core.ts';
import { describeMessage } from '../describe.ts';
import { CALLBACK, INTERACTION, type Interaction } from '../interaction.ts';
import { deleteMessage, editMessage, respond } from '../messages.ts';
import type { Message } from '../model.ts';
import type { CallbackData } from '../payload.ts';
import { FLAGS } from '../permissions.ts';
import { checkChoices, checkModal } from '../rules/components.ts';
import { checkMessage, type Verdict } from '../rules/messages.ts';
import { rule } from '../rules/rule.ts';
import { done, messageRules, ok, route, type Answer, type Context, type Route } from './route.ts';

const { REPLY, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL } = CALLBACK;
const PATH = '/interactions/{id}/{token}/callback';
const NAMES = new Map([
  [REPLY, 'reply'],
  [DEFER, 'defer'],
  [DEFER_UPDATE, 'defer-update'],
  [UPDATE, 'update'],
  [CHOICES, 'autocomplete'],
  [MODAL, 'modal'],
]);

function callbackRules({ body, files }: Context): Partial<Verdict> {
  const data = body.data ?? {};
  if (body.type === REPLY || body.type === UPDATE) {
    const { problems, empty } = checkMessage(data, 'callback', { at: ['data'], files: files.length });
    return { problems, empty: empty && body.type === REPLY };
  }
  if (body.type === DEFER && (data.flags ?? 0) & ~FLAGS.EPHEMERAL) {
    return { problems: [rule(['data', 'flags'], 'MESSAGE_FLAGS_NOT_ALLOWED', 'a deferred response may only set EPHEMERAL')] };
  }
  if (body.type === CHOICES) return { problems: checkChoices(data.choices ?? []) };
  return body.type === MODAL ? { problems: checkModal(data.components ?? []) } : {};
}

function allowedTypes({ type, sourceMessage }: Interaction): number[] {
  if (type === INTERACTION.COMMAND) return [REPLY, DEFER, MODAL, 12];
  if (type === INTERACTION.COMPONENT) return [REPLY, DEFER, DEFER_UPDATE, UPDATE, MODAL];
  if (type === INTERACTION.AUTOCOMPLETE) return [CHOICES];
  return sourceMessage ? [REPLY, DEFER, DEFER_UPDATE, UPDATE] : [REPLY, DEFER];
}

function assertAllowed(core: Core, interaction: Interaction, type: number): void {
  const allowed = allowedTypes(interaction);
  if (allowed.includes(type)) return;
  const message = `callback type ${type} is not allowed for interaction type ${interaction.type}`;
  core.violate('docs', `POST ${PATH}`, [rule(['type'], 'INTERACTION_CALLBACK_TYPE', message)]);
  throw invalidForm([{ path: ['type'], code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${allowed.join(', ')}}.` }]);
}

function applyCallback(core: Core, interaction: Interaction, type: number, data: CallbackData, context: Context): void {
  if (type === REPLY) interaction.original = respond(core, interaction, data, context.files);
  if (type === DEFER) interaction.original = respond(core, interaction, { flags: data.flags ?? 0 }, [], true);
  if (type === DEFER_UPDATE || type === UPDATE) interaction.original = interaction.sourceMessage;
  if (type === UPDATE && interaction.original) editMessage(core, interaction.original, data, context.files, interaction);
  const shown = type === CHOICES ? `${data.choices?.length ?? 0} choices` : (data.content ?? data.title);
  interaction.note(NAMES.get(type) ?? `type ${type}`, shown);
}

function describeCallback(core: Core, { id, type, payload, original }: Interaction, answered: number): unknown {
  const guild = payload.guild_id ? { guild_id: payload.guild_id } : {};
  const base = { id, type, channel_id: payload.channel_id, ...guild };
  if (!original || answered > UPDATE) return { interaction: base };
  const response = {
    response_message_id: original.id,
    response_message_loading: Boolean(original.flags & FLAGS.LOADING),
    response_message_ephemeral: original.isEphemeral,
  };
  const resource = { type: answered === DEFER ? REPLY : answered, message: describeMessage(core.world, original) };
  return { interaction: { ...base, ...response }, ...(answered === DEFER_UPDATE ? {} : { resource }) };
}

function callback(core: Core, context: Context): Answer {
  const interaction = core.interactions.get(context.parameter('token'));
  const late = new ApiError(404, 10062, 'Unknown interaction');
  if (interaction?.id !== context.parameter('id')) throw late;
  const ms = Date.now() - interaction.sentAt;
  if (interaction.ackedBy) throw alreadyAcknowledged();
  if (interaction.lost || ms > core.options.interactionDeadlineMs) throw late;
  const { type = 0 } = context.body;
  const data = context.body.data ?? {};
  assertAllowed(core, interaction, type);
  if (type === REPLY && context.empty) throw emptyMessage();
  interaction.ackedBy = { type, data: structuredClone(data), ms };
  applyCallback(core, interaction, type, data, context);
  return context.query.get('with_response') === 'true' ? ok(describeCallback(core, interaction, type)) : done();
}

/** The interaction of a token that can still be used. */
function findByToken(core: Core, { parameter }: Context): Interaction {
  const interaction = core.interactions.get(parameter('token'));
  if (!interaction || parameter('app') !== core.world.application.id) throw unknown('Webhook', 10015);
  if (interaction.expired || Date.now() - interaction.sentAt > core.options.tokenTtlMs) {
    throw new ApiError(401, 50027, 'Invalid Webhook Token');
  }
  if (!interaction.ackedBy) throw unknown('Webhook', 10015);
  return interaction;
}

function findResponse(interaction: Interaction, id: string): Message {
  const found = [interaction.original, ...interaction.followups].find((message) => message?.id === id);
  const message = id === '@original' ? interaction.original : found;
  if (!message || message.deleted) throw unknown('Message', 10008);
  return message;
}

const shownText = ({ content, embeds }: Pick<CallbackData, 'content' | 'embeds'>): string | undefined =>
  content ?? embeds?.[0]?.description;

function followup(core: Core, context: Context): Answer {
  const interaction = findByToken(core, context);
  const { body, files } = context;
  const { original, payload } = interaction;
  if (context.empty) throw emptyMessage();
  if (interaction.ackedBy?.type === DEFER && original && original.flags & FLAGS.LOADING) {
    core.advice.push('a followup directly after a defer edits the deferred message (deprecated behaviour): use editReply');
    editMessage(core, original, body, files, interaction);
    interaction.note('followup-as-edit', body.content);
    return ok(describeMessage(core.world, original));
  }
  const message = respond(core, interaction, body, files);
  const guild = payload.guild_id ? { guild_id: payload.guild_id } : {};
  if (original) message.message_reference = { type: 0, channel_id: message.channel_id, message_id: original.id, ...guild };
  interaction.followups.push(message);
  interaction.note('followup', shownText(body));
  return ok(describeMessage(core.world, message));
}

function editResponse(core: Core, context: Context): Answer {
  const interaction = findByToken(core, context);
  const id = context.parameter('msg');
  const message = findResponse(interaction, id);
  if (message.flags & FLAGS.LOADING && context.empty) throw emptyMessage();
  editMessage(core, message, context.body, context.files, interaction);
  interaction.note(id === '@original' ? 'edit-original' : 'edit-followup', shownText(context.body));
  return ok(describeMessage(core.world, message));
}

function deleteResponse(core: Core, context: Context): Answer {
  const interaction = findByToken(core, context);
  deleteMessage(core, findResponse(interaction, context.parameter('msg')));
  interaction.note('delete');
  return done();
}

/** Callbacks of interactions, and what their tokens allow afterwards. */
export function interactionRoutes(core: Core): Route[] {
  const hook = '/webhooks/{app}/{token}';
  const read = (context: Context): Answer =>
    ok(describeMessage(core.world, findResponse(findByToken(core, context), context.parameter('msg'))));
  return [
    route(`POST ${PATH}`, (context) => callback(core, context), { open: true, rules: callbackRules }),
    route(`POST ${hook}`, (context) => followup(core, context), { open: true, rules: messageRules('followup') }),
    route(`GET ${hook}/messages/{msg}`, read, { open: true }),
    route(`PATCH ${hook}/messages/{msg}`, (context) => editResponse(core, context), {
      open: true,
      rules: messageRules('original'),
    }),
    route(`DELETE ${hook}/messages/{msg}`, (context) => deleteResponse(core, context), { open: true }),
  ];
}
