import type { Core } from '../core.ts';
import { applicationRoutes } from './application.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes, reactionRoutes } from './messages.ts';
import type { Route } from './route.ts';
import { threadRoutes } from './threads.ts';

/** Every route of the stand-in; the first that matches answers. */
export const allRoutes = (core: Core): Route[] =>
  [
    applicationRoutes,
    commandRoutes,
    guildRoutes,
    channelRoutes,
    threadRoutes,
    messageRoutes,
    reactionRoutes,
    interactionRoutes,
  ].flatMap((routes) => routes(core));
