import type { RequestHandler } from 'express';
import { usualDurationText } from '../core/case/usual-duration.ts';
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
    const withdrawal = source.withdrawal(slug);
    if (!withdrawal) throw new NotFound();
    res.status(404).render('catalogue/withdrawn.njk', { withdrawal });
  };
}

function agendaView(
  { situations }: Directory,
  { slug, title, summary, definition, department, usual }: OfferedAgenda,
): object {
  const first = situations.find(situation => definition.lifeSituations.includes(situation.slug));
  const { whoMayFile, prepare, duration, fee, visit, law } = definition;
  return {
    agendaTitle: title,
    summary,
    startHref: `/sluzby/${slug}/podat`,
    schemaHref: `/sluzby/${slug}/odpovedi.schema.json`,
    situation: first && { text: first.name, href: `/sluzby?situace=${first.slug}` },
    needsAccount: whoMayFile.identity === 'account',
    whoMayFile: whoMayFile.text,
    prepare,
    attachments: definition.attachments.map(({ label, required, when }) => ({
      label,
      isCertain: required && when === undefined,
    })),
    usual: usual && usualDurationText(usual),
    duration,
    fee,
    visit,
    bring: visit.bring.map(({ text, when }) => ({ label: text, isCertain: when === undefined })),
    languages: inOtherLanguages(definition),
    law,
    department: { ...department, phoneHref: phoneHref(department.phone) },
  };
}

/** What it is about, for those who do not read Czech; the form itself is in Czech. */
function inOtherLanguages({ translations }: OfferedAgenda['definition']): object[] {
  return (['en', 'uk'] as const).flatMap(code => {
    const { title, summary } = translations[code] ?? {};
    return title === undefined || summary === undefined ? [] : [{ code, title, summary }];
  });
}
