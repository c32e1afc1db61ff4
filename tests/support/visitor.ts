import { load, type CheerioAPI } from 'cheerio';
import type { Express } from 'express';
import supertest from 'supertest';
import { heldIn, type Fields } from './form-fields.ts';

export interface Page {
  status: number;
  /** Where the visitor ended up after redirects. */
  path: string;
  headers: Record<string, string | undefined>;
  html: string;
  $: CheerioAPI;
  /** What a person reads in the main part, with white space folded. */
  text: string;
}

export interface Upload {
  field: string;
  content: Buffer | string;
  filename: string;
  contentType?: string;
}

export interface Submission {
  /** CSS selector of the form; the first form of the main part when left out. */
  form?: string;
  /** Typed over what the form already holds; `undefined` clears a field. */
  fields?: Record<string, string | string[] | undefined>;
  file?: Upload;
}

/**
 * A browser without JavaScript: keeps cookies, follows redirects, and submits forms as the page holds them, with the
 * hidden token in place. So a test does what a person does, and breaks where a person would.
 */
export class Visitor {
  readonly agent: ReturnType<typeof supertest.agent>;

  constructor(app: Express) {
    this.agent = supertest.agent(app);
  }

  async get(path: string): Promise<Page> {
    return this.#follow(await this.agent.get(path), path);
  }

  /** Fills in and sends a form of the page (or of the page at a path), as a click on its button would. */
  async submit(at: Page | string, { form = 'main form', fields = {}, file }: Submission = {}): Promise<Page> {
    const page = typeof at === 'string' ? await this.get(at) : at;
    const target = page.$(form).first();
    if (target.length === 0) throw new Error(`no form "${form}" at ${page.path}: ${page.text.slice(0, 300)}`);
    const action = new URL(target.attr('action') ?? page.path, `http://portal${page.path}`);
    const values = overwrite(heldIn(page.$, form), fields);
    if (target.attr('method')?.toLowerCase() !== 'post') {
      return this.get(`${action.pathname}?${new URLSearchParams(values).toString()}`);
    }
    const path = action.pathname + action.search;
    return file ? this.upload(path, values, file) : this.post(path, values);
  }

  async post(path: string, fields: Fields | Record<string, string>): Promise<Page> {
    const body = new URLSearchParams(fields).toString();
    const response = await this.agent.post(path).set('Content-Type', 'application/x-www-form-urlencoded').send(body);
    return this.#follow(response, path);
  }

  async upload(path: string, fields: Fields, file: Upload): Promise<Page> {
    let request = this.agent.post(path);
    for (const [name, value] of fields) request = request.field(name, value);
    const content = typeof file.content === 'string' ? Buffer.from(file.content) : file.content;
    const options = { filename: file.filename, ...(file.contentType ? { contentType: file.contentType } : {}) };
    return this.#follow(await request.attach(file.field, content, options), path);
  }

  /** The token of any form the visitor can see, for requests that no form of the portal makes. */
  async token(path = '/prihlaseni'): Promise<string> {
    const value = (await this.get(path)).$('input[name=_csrf]').first().attr('value');
    if (value === undefined) throw new Error(`no form token at ${path}`);
    return value;
  }

  async #follow(response: supertest.Response, path: string, hops = 0): Promise<Page> {
    const location = response.headers.location;
    if (response.status >= 300 && response.status < 400 && location !== undefined) {
      if (hops > 5) throw new Error(`too many redirects at ${path}`);
      const next = new URL(location, `http://portal${path}`);
      return this.#follow(await this.agent.get(next.pathname + next.search), next.pathname + next.search, hops + 1);
    }
    const html = response.text;
    const $ = load(html);
    const text = $('main').text().replaceAll(/\s+/g, ' ').trim();
    return { status: response.status, path, headers: response.headers, html, $, text };
  }
}

function overwrite(held: Fields, fields: Record<string, string | string[] | undefined>): Fields {
  const kept = held.filter(([name]) => !(name in fields));
  const typed = Object.entries(fields).flatMap(([name, value]): Fields => {
    if (value === undefined) return [];
    return (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, one]);
  });
  return [...kept, ...typed];
}
