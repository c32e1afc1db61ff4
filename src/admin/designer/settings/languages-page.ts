import type { RequestHandler } from 'express';
import { translatableTexts } from '../../../core/form/translations.ts';
import type { Deps } from '../../../deps.ts';
import { renderDesigner } from '../page.ts';
import { settingsPath } from '../paths.ts';
import { withSketch } from '../with-sketch.ts';
import { ownerOf } from './languages.ts';

/** GET …/navrh/jazyky: how much of the agenda is said in which language, step by step. */
export function showLanguages(deps: Pick<Deps, 'db' | 'now'>): RequestHandler {
  return withSketch(deps, designing => {
    const { slug, definition } = designing.sketch;
    const owned = Map.groupBy(translatableTexts(definition), ({ key }) => ownerOf(definition, key));
    const sections = [{ id: undefined, title: '' }, ...definition.steps].map(({ id, title }) => {
      const keys = (owned.get(id) ?? []).filter(({ czech }) => czech !== '').map(({ key }) => key);
      return { id, title, keys };
    });
    const languages = (['en', 'uk'] as const).map(language => ({
      language,
      sections: sections.map(({ id, title, keys }) => ({
        title,
        href: settingsPath(slug, ['jazyk', language, ...(id === undefined ? [] : [id])].join('-')),
        done: keys.filter(key => Object.hasOwn(definition.translations[language] ?? {}, key)).length,
        all: keys.length,
      })),
    }));
    renderDesigner(designing, {
      template: 'languages',
      where: { part: 'jazyky' },
      now: deps.now(),
      view: { languages },
    });
  });
}
