import type { RequestHandler } from 'express';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Pool } from 'pg';
import { HttpProblem } from './errors.ts';

export interface Limiter {
  /** Counts one attempt under the key; answers 429 once there were too many. */
  spend(key: string): Promise<void>;
  /** Takes one attempt back: it turned out to be none of those that are limited. */
  refund(key: string): Promise<void>;
  /** Forgets the attempts, e.g. after a successful sign-in. */
  forgive(key: string): Promise<void>;
}

type Params = { pool: Pool; name: string; attempts: number };

const windowMinutes = 15;

/** Attempts per 15 minutes, counted in the database so that every replica knows them. */
export function createLimiter({ pool, name, attempts }: Params): Limiter {
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    points: attempts,
    duration: windowMinutes * 60,
  });
  return {
    async spend(key) {
      try {
        await limiter.consume(key);
      } catch (error) {
        if (error instanceof RateLimiterRes) throw new TooMany(Math.ceil(error.msBeforeNext / 60_000));
        throw error;
      }
    },
    async refund(key) {
      await limiter.reward(key);
    },
    async forgive(key) {
      await limiter.delete(key);
    },
  };
}

/** Guards a route against one address trying too often. */
export function perAddress(limiter: Limiter): RequestHandler {
  return async (req, _res, next) => {
    await limiter.spend(req.ip ?? 'unknown');
    next();
  };
}

class TooMany extends HttpProblem {
  constructor(minutes: number) {
    const wait = minutes === 1 ? 'minutu' : minutes < 5 ? `${minutes}\u00a0minuty` : `${minutes}\u00a0minut`;
    super(429, `Je to příliš mnoho pokusů za sebou. Zkuste to prosím znovu za ${wait}.`);
  }
}
