import { inflateRawSync } from 'node:zlib';
import { load } from 'cheerio';
import type { Express } from 'express';
import supertest from 'supertest';
import { back, here } from './addresses.ts';
import type { Page, Visitor } from '../../support/visitor.ts';

/** The way of a browser to Identita občana and back. What it does not send there or back, is not sent here either. */

/** Sent to the provider: the address of the question. */
export async function goThere(visitor: Visitor, query = ''): Promise<URL> {
  const { status, headers } = await visitor.agent.get(here + query);
  if (status !== 303 || headers.location === undefined) throw new Error(`not led to the provider: ${status}`);
  return new URL(headers.location);
}

/** The form by which the provider answers. */
export async function answerTo(question: URL): Promise<Record<string, string>> {
  const response = await fetch(question);
  const $ = load(await response.text());
  const fields = $('form input[name]').map((_at, input) => [
    [$(input).attr('name') ?? '', $(input).attr('value') ?? ''],
  ]);
  const form = Object.fromEntries(fields.get()) as Record<string, string>;
  if (form.SAMLResponse === undefined)
    throw new Error(`the provider does not answer: ${$('body').text().slice(0, 300)}`);
  return form;
}

/** A form that another site sends: no cookie of the portal goes along, for they are SameSite=Lax. */
export function sendFromElsewhere(
  app: Express,
  fields: Record<string, string>,
  path = back,
): Promise<supertest.Response> {
  return Promise.resolve(supertest(app).post(path).type('form').send(fields));
}

/** The whole way, as somebody who wants in goes it. */
export async function signInBy(app: Express, visitor: Visitor, query = ''): Promise<Page> {
  const sent = await sendFromElsewhere(app, await answerTo(await goThere(visitor, query)));
  if (sent.status !== 303) throw new Error(`refused: ${load(sent.text)('main').text()}`);
  return visitor.get(String(sent.headers.location));
}

/** What the question says. */
export function xmlOf(question: URL, name: 'SAMLRequest' | 'SAMLResponse' = 'SAMLRequest'): string {
  return inflateRawSync(Buffer.from(question.searchParams.get(name) ?? '', 'base64')).toString();
}
