/** One thing wrong with a request: where in the body, Discord's code for it, and what to do. */
export interface Problem {
  path: (string | number)[];
  keyword: string;
  code: string;
  message: string;
}

interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

/** What Discord answers when it refuses a request. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly errors?: ErrorTree,
  ) {
    super(message);
  }

  /** The body of the answer. */
  body(): Record<string, unknown> {
    return { message: this.message, code: this.code, ...(this.errors ? { errors: this.errors } : {}) };
  }
}

function errorTree(problems: Pick<Problem, 'path' | 'code' | 'message'>[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { path, code, message } of problems) {
    let node = root;
    for (const key of path) {
      const child = node[key];
      node = child !== undefined && !Array.isArray(child) ? child : (node[key] = {});
    }
    const own = node['_errors'];
    node['_errors'] = [...(Array.isArray(own) ? own : []), { code, message }];
  }
  return root;
}

/** 50035, with Discord's tree of field errors. */
export const invalidForm = (problems: Pick<Problem, 'path' | 'code' | 'message'>[]): ApiError =>
  new ApiError(400, 50035, 'Invalid Form Body', errorTree(problems));

/** 404 with the code of the kind of thing that does not exist. */
export const unknown = (what: string, code: number): ApiError => new ApiError(404, code, `Unknown ${what}`);

export const notFound = (): ApiError => new ApiError(404, 0, '404: Not Found');
export const unauthorized = (): ApiError => new ApiError(401, 0, '401: Unauthorized');
export const missingAccess = (): ApiError => new ApiError(403, 50001, 'Missing Access');
export const missingPermissions = (): ApiError => new ApiError(403, 50013, 'Missing Permissions');
export const emptyMessage = (): ApiError => new ApiError(400, 50006, 'Cannot send an empty message');
export const archivedThread = (): ApiError => new ApiError(400, 50083, 'Thread is archived');
export const alreadyAcknowledged = (): ApiError => new ApiError(400, 40060, 'Interaction has already been acknowledged.');
