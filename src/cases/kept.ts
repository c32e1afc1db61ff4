import type { Request } from 'express';
import type { Deps } from '../deps.ts';
import type { Vault } from '../vault/vault.ts';
import { formBody } from '../web/input.ts';
import { formKey, keepTyped, keptTyped, ownPlace } from '../web/kept-form.ts';
import type { KeepForm } from '../web/route.ts';

/** Where a message lies that was sent when its writer was signed in no more: on the page of its case. */
const ofMessages = /\/zpravy$/;

/** Keeps what an applicant typed until they have signed in again, and leads them there and back. */
export function keepForApplicant({ vault }: Pick<Deps, 'vault'>): KeepForm {
  return req => {
    const page = req.path.replace(ofMessages, '');
    if (!keepTyped(vault, req, page, textsIn(req))) return null;
    req.session.notice =
      'Přihlášení skončilo. Co jste napsali, máme uložené: přihlaste se a\u00a0najdete to, kde to bylo.';
    return req.actor.kind === 'guest' ? `/prihlaseni?${new URLSearchParams({ zpet: page }).toString()}` : page;
  };
}

/** What the applicant had typed on this page before they were signed out. */
export function keptByApplicant(vault: Vault, req: Request): Record<string, string> | undefined {
  const place = ownPlace(req, req.path);
  return place ? (keptTyped(vault, req, place) as Record<string, string>) : undefined;
}

/** The key of a form on this page; none for a guest, who is not signed out. */
export function applicantFormKey(vault: Vault, req: Request): string | null {
  const place = ownPlace(req, req.path.replace(ofMessages, ''));
  return place && formKey(vault, place);
}

function textsIn(req: Request): Record<string, string> {
  const texts = Object.entries(formBody(req)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts.filter(([name]) => name !== '_csrf' && name !== 'klic'));
}
