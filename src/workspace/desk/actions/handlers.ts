import type { RequestHandler } from 'express';

/** The handlers of some steps, by the name of the step. */
export type Handlers<Name extends string> = Record<Name, RequestHandler>;
