import type { RequestHandler } from 'express';
import { z } from 'zod';
import { dayInPrague, formatDate } from '../core/czech/format.ts';
import type { Entries } from '../core/form/answers.ts';
import { isTyped } from '../core/form/entries.ts';
import { profileQuestions, readProfile, sureEntries } from '../core/form/profile.ts';
import { readFields } from '../core/form/read-entries.ts';
import type { Sure } from '../core/identity/sure.ts';
import type { Deps } from '../deps.ts';
import { findSure } from '../vault/known-person.ts';
import { openProfile, sealProfile } from '../vault/profile.ts';
import { citizenOf } from '../web/citizen-of.ts';
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

/**
 * Who a person is to the portal, and what they let it fill in for them. What a register or a clerk says of them they only
 * read; officers' own data are the office's to change.
 */
export function detailsPage(deps: Deps): DetailsPage {
  const { db, vault, now } = deps;
  const today = (): Temporal.PlainDate => dayInPrague(now());
  return {
    show: async (req, res) => {
      const id = citizenOf(req).accountId;
      const { name, phone, profile } = await db.account.findUniqueOrThrow({
        where: { id },
        select: { name: true, phone: true, profile: true },
      });
      const sure = await findSure(deps, id);
      const states = readProfile(openProfile(vault, id, profile), today()).filter(askedBeside(sure));
      res.render('identity/account-details.njk', {
        ...formView({ name, phone }),
        ...sureView(sure),
        // What was right when it was saved is not found fault with.
        profile: states.map(({ field, entry }) => ({ field, entry })),
        hasProfile: profile !== null,
      });
    },
    save: async (req, res) => {
      const id = citizenOf(req).accountId;
      const sure = await findSure(deps, id);
      const parsed = parseForm(sure.name ? details.omit({ name: true }) : details, req);
      const questions = profileQuestions.filter(field => askedBeside(sure)({ field }));
      const typed = readFields(questions, formBody(req));
      const states = readProfile(typed, today()).filter(askedBeside(sure));
      const errors = [...(parsed.ok ? [] : parsed.errors), ...states.flatMap(errorsOf)];
      if (!parsed.ok || errors.length > 0) {
        const view = { ...formView(formBody(req), errors), ...sureView(sure), profile: states };
        res.status(400).render('identity/account-details.njk', view);
        return;
      }
      // What is not asked while a register says it waits for the day when none does.
      const kept = { ...(await keptBeside(deps, id, sure)), ...typed };
      await db.account.update({
        where: { id },
        data: { ...parsed.form, profile: hasAny(kept) ? sealProfile(vault, id, kept) : null },
      });
      req.session.notice = 'Údaje jsme uložili.';
      res.redirect(303, '/ucet');
    },
    forget: async (req, res) => {
      await db.account.update({ where: { id: citizenOf(req).accountId }, data: { profile: null } });
      req.session.notice = 'Údaje pro předvyplnění jsme smazali.';
      res.redirect(303, '/ucet');
    },
  };
}

/** Whether a question is asked of somebody of whom so much is sure. */
function askedBeside(sure: Sure): ({ field }: { field: { id: string } }) => boolean {
  const known = Object.keys(sureEntries(sure));
  return ({ field }) => !known.includes(field.id);
}

/** What is only read on the page. */
function sureView(sure: Sure): object {
  const items = Object.entries(sure).map(([id, { value, source, on }]) => {
    return {
      id,
      value: id === 'birthDate' ? formatDate(Temporal.PlainDate.from(value), 'numeric') : value,
      source,
      on,
    };
  });
  return { sure: items, hasSureName: sure.name !== undefined };
}

async function keptBeside({ db, vault }: Deps, id: string, sure: Sure): Promise<Entries> {
  const { profile } = await db.account.findUniqueOrThrow({ where: { id }, select: { profile: true } });
  const isAsked = askedBeside(sure);
  const kept = Object.entries(openProfile(vault, id, profile));
  return Object.fromEntries(kept.filter(([field]) => !isAsked({ field: { id: field } })));
}

function hasAny(profile: Entries): boolean {
  return Object.values(profile).some(isTyped);
}
