import type { RequestHandler, Request } from 'express';
import { z } from 'zod';
import { dayInPrague } from '../core/czech/format.ts';
import type { Entries } from '../core/form/answers.ts';
import { isTyped } from '../core/form/entries.ts';
import { profileQuestions, readProfile } from '../core/form/profile.ts';
import { readFields } from '../core/form/read-entries.ts';
import type { Deps } from '../deps.ts';
import { openProfile, sealProfile } from '../vault/profile.ts';
import { NotFound } from '../web/errors.ts';
import { errorsOf } from '../web/field-errors.ts';
import { formView } from '../web/form-view.ts';
import { formBody, parseForm } from '../web/input.ts';
import { optionalPhone, personName } from './account-form.ts';

const details = z.object({ name: personName, phone: optionalPhone });

interface DetailsPage {
  show: RequestHandler;
  save: RequestHandler;
  forget: RequestHandler;
}

/** Who a person is to the portal, and what they let it fill in for them. Officers' own data are the office's to change. */
export function detailsPage({ db, vault, now }: Deps): DetailsPage {
  const today = (): Temporal.PlainDate => dayInPrague(now());
  return {
    show: async (req, res) => {
      const id = ownId(req);
      const { name, phone, profile } = await db.account.findUniqueOrThrow({
        where: { id },
        select: { name: true, phone: true, profile: true },
      });
      const states = readProfile(openProfile(vault, id, profile), today());
      res.render('identity/account-details.njk', {
        ...formView({ name, phone }),
        // What was right when it was saved is not found fault with.
        profile: states.map(({ field, entry }) => ({ field, entry })),
        hasProfile: profile !== null,
      });
    },
    save: async (req, res) => {
      const id = ownId(req);
      const parsed = parseForm(details, req);
      const typed = readFields(profileQuestions, formBody(req));
      const profile = readProfile(typed, today());
      const errors = [...(parsed.ok ? [] : parsed.errors), ...profile.flatMap(errorsOf)];
      if (!parsed.ok || errors.length > 0) {
        res.status(400).render('identity/account-details.njk', { ...formView(formBody(req), errors), profile });
        return;
      }
      await db.account.update({
        where: { id },
        data: { ...parsed.form, profile: hasAny(typed) ? sealProfile(vault, id, typed) : null },
      });
      req.session.notice = 'Údaje jsme uložili.';
      res.redirect(303, '/ucet');
    },
    forget: async (req, res) => {
      await db.account.update({ where: { id: ownId(req) }, data: { profile: null } });
      req.session.notice = 'Údaje pro předvyplnění jsme smazali.';
      res.redirect(303, '/ucet');
    },
  };
}

function hasAny(profile: Entries): boolean {
  return Object.values(profile).some(isTyped);
}

function ownId({ actor }: Request): string {
  if (actor.kind !== 'citizen') throw new NotFound();
  return actor.accountId;
}
