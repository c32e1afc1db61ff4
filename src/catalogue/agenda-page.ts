import type { RequestHandler } from 'express';
import { NotFound } from '../web/errors.ts';
import { textParam } from '../web/input.ts';
import { phoneHref } from '../web/phone-href.ts';
import type { Catalogue } from './catalogue.ts';
import type { Directory, OfferedAgenda } from './load-directory.ts';

/** Everything about one agenda before it is filed; the law comes last. */
export function agendaPage({ directory, pages }: Catalogue): RequestHandler {
  return async (req, res) => {
    const source = await directory.current();
    const slug = textParam(req, 'slug');
    const agenda = source.find(slug);
    if (agenda) {
      pages.send(req, res, {
        source,
        address: `/sluzby/${slug}`,
        template: 'catalogue/agenda.njk',
        view: () => agendaView(source, agenda),
      });
      return;
    }
    if (!source.isWithdrawn(slug)) throw new NotFound();
    res.status(404).render('catalogue/withdrawn.njk');
  };
}

function agendaView(
  { situations }: Directory,
  { slug, title, summary, definition, department }: OfferedAgenda,
): object {
  const first = situations.find(situation => definition.lifeSituations.includes(situation.slug));
  const { whoMayFile, prepare, duration, fee, visit, law } = definition;
  return {
    agendaTitle: title,
    summary,
    startHref: `/sluzby/${slug}/podat`,
    situation: first && { text: first.name, href: `/sluzby?situace=${first.slug}` },
    needsAccount: whoMayFile.identity === 'account',
    whoMayFile: whoMayFile.text,
    prepare,
    attachments: definition.attachments.map(({ label, required, when }) => ({
      label,
      isCertain: required && when === undefined,
    })),
    duration,
    fee,
    visit,
    law,
    department: { ...department, phoneHref: phoneHref(department.phone) },
  };
}
