import type { RequestHandler } from 'express';
import type { Catalogue } from './catalogue.ts';
import type { Directory } from './load-directory.ts';

const mostUsedCount = 6;

/** One question and the ways to answer it: search, life situations, what people file most. */
export function homePage({ directory, pages }: Catalogue): RequestHandler {
  return async (req, res) => {
    const source = await directory.current();
    pages.send(req, res, { source, address: '/', template: 'catalogue/home.njk', view: () => homeView(source) });
  };
}

function homeView({ agendas, situations }: Directory): object {
  const used = new Set(agendas.flatMap(({ definition }) => definition.lifeSituations));
  const mostUsed = agendas.toSorted((a, b) => b.popularity - a.popularity).slice(0, mostUsedCount);
  return {
    situations: situations
      .filter(({ slug }) => used.has(slug))
      .map(({ slug, name, summary, icon }) => ({ href: `/sluzby?situace=${slug}`, title: name, text: summary, icon })),
    mostUsed: mostUsed.map(({ slug, title, summary }) => ({
      href: `/sluzby/${slug}`,
      text: title,
      description: summary,
    })),
  };
}
