import type { RequestHandler } from 'express';
import { queryText } from '../web/input.ts';
import type { Catalogue } from './catalogue.ts';
import { findServices, readWish, type Wish } from './find-services.ts';
import type { Directory } from './load-directory.ts';

/** `/sluzby?hledat=&pro=&situace=`: what the office offers, narrowed down by words, audience and life situation. */
export function servicesPage({ directory, pages }: Catalogue): RequestHandler {
  return async (req, res) => {
    const source = await directory.current();
    const wish = readWish(source, {
      query: queryText(req, 'hledat', 100),
      audience: queryText(req, 'pro', 20),
      situation: queryText(req, 'situace', 60),
    });
    pages.send(req, res, {
      source,
      address: addressOf(wish),
      template: 'catalogue/services.njk',
      view: () => servicesView(source, wish),
    });
  };
}

/** Words are endless, so only pages without them are kept. */
function addressOf({ query, audience, situation }: Wish): string | undefined {
  return query === '' ? `/sluzby?pro=${audience ?? ''}&situace=${situation?.slug ?? ''}` : undefined;
}

function servicesView(directory: Directory, wish: Wish): object {
  const { query, audience, situation } = wish;
  const found = findServices(directory, wish);
  // Before saying there is nothing, look whether the words find something elsewhere.
  const elsewhere = found.length === 0 && query !== '' ? findServices(directory, { ...wish, ...nowhere }) : [];
  return {
    query,
    audience: audience ?? '',
    situation: situation?.slug ?? '',
    situationName: situation?.name,
    situationSummary: situation?.summary,
    isNarrowed: query !== '' || audience !== undefined || situation !== undefined,
    situations: directory.situations.map(({ slug, name }) => ({ value: slug, label: name })),
    services: found.map(asLink),
    elsewhere: elsewhere.slice(0, 5).map(asLink),
  };
}

const nowhere = { audience: undefined, situation: undefined };

function asLink({ slug, title, summary }: { slug: string; title: string; summary: string }): object {
  return { href: `/sluzby/${slug}`, text: title, description: summary };
}
