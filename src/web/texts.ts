import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import i18next from 'i18next';

/** `t('drafts:step.next')`: the text of that key in the file `drafts.json`. */
export type Translate = (key: string, params?: Record<string, unknown>) => string;

interface Settings {
  /** Folder with a folder a language, with a JSON file a slice. */
  localesDir: string;
  language?: string;
  /** A missing key throws; without it the page shows the key and lives on. */
  strict: boolean;
}

export function createTexts({ localesDir, language = 'cs', strict }: Settings): Translate {
  const i18n = i18next.createInstance();
  const resources = readTexts(path.join(localesDir, language));
  void i18n.init({
    lng: language,
    resources: { [language]: resources },
    ns: Object.keys(resources),
    initAsync: false,
    // The views escape.
    interpolation: { escapeValue: false },
  });
  const constant = new Map<string, string>();
  const lookUp: Translate = (key, params) => {
    if (strict && !i18n.exists(key, params ?? {})) throw new Error(`Text "${key}" is missing in locales/${language}`);
    return i18n.t(key, params ?? {});
  };
  return (key, params) => {
    if (params) return lookUp(key, params);
    // Most texts never change, and a page has dozens of them.
    let text = constant.get(key);
    if (text === undefined) constant.set(key, (text = lookUp(key)));
    return text;
  };
}

function readTexts(folder: string): Record<string, Record<string, unknown>> {
  const files = readdirSync(folder).filter(name => name.endsWith('.json'));
  return Object.fromEntries(files.map(name => [path.basename(name, '.json'), readJson(path.join(folder, name))]));
}

function readJson(file: string): Record<string, unknown> {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof content !== 'object' || content === null) throw new Error(`${file} is not an object`);
  return { ...content };
}
