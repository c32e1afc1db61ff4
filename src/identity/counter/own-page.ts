import type { RequestHandler } from 'express';
import { documentNames } from '../../core/identity/seen-questions.ts';
import type { Deps } from '../../deps.ts';
import { ownId } from '../own-id.ts';
import { findCounterCode, makeCounterCode } from './code.ts';
import { findVerifications } from './find.ts';

interface OwnPage {
  show: RequestHandler;
  makeCode: RequestHandler;
}

/** /ucet/totoznost: whether the office has seen who holds the account, and a code by which it finds it. */
export function ownVerificationPage(deps: Deps): OwnPage {
  return {
    show: async (req, res) => {
      const [last] = await findVerifications(deps, ownId(req));
      res.render('identity/counter/own.njk', {
        last: last && { ...last, documentName: documentNames[last.document] },
        code: await findCounterCode(deps, ownId(req)),
      });
    },
    makeCode: async (req, res) => {
      await makeCounterCode(deps, ownId(req));
      res.redirect(303, '/ucet/totoznost');
    },
  };
}
