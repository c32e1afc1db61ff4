import type { AppDeps } from '../deps.ts';
import { get, post, type Route } from '../web/route.ts';
import { listMails, showMail } from './mails.ts';
import { signInAs } from './sign-in-as.ts';

/** None outside of the demo: there these addresses are as unknown as any other. */
export function demoRoutes(deps: AppDeps): Route[] {
  if (!deps.config.demo) return [];
  return [
    get('/demo/posta', 'anyone', listMails(deps)),
    get('/demo/posta/:id', 'anyone', showMail(deps)),
    post('/demo/prihlaseni', 'anyone', signInAs(deps)),
  ];
}
