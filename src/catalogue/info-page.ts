import type { RequestHandler } from 'express';
import { phoneHref } from '../web/phone-href.ts';
import type { Catalogue } from './catalogue.ts';

/** A page that is only text, with the department that answers questions about it. */
export function infoPage(
  { directory, pages }: Catalogue,
  { address, template, department }: { address: string; template: string; department: string },
): RequestHandler {
  return async (req, res) => {
    const source = await directory.current();
    const contact = source.department(department);
    const view = { contact: contact && { ...contact, phoneHref: phoneHref(contact.phone) } };
    pages.send(req, res, { source, address, template, view: () => view });
  };
}
