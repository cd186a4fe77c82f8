/** Milliseconds to wait for what is to come: against hanging only. A machine that runs other things, too, takes long. */
export const PATIENCE = 40_000;
