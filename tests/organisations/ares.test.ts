import { beforeEach, describe, expect, test } from 'vitest';
import { kindOf, readAnswer } from '../../src/organisations/ares/answer.ts';
import { lookUp } from '../../src/organisations/ares/look-up.ts';
import { startPortal } from '../support/app.ts';
import { type Behaviour, json, notFound, recorded, startAres } from './ares-peer.ts';

const ares = await startAres();
const { deps, setNow, log } = await startPortal({ aresUrl: ares.url });

const ico = '27074358';
const firm = {
  ico,
  name: 'Pekárna U Labe, s.r.o.',
  legalForm: '112',
  address: 'Velké náměstí 149/5, 50003 Hradec Králové',
  dissolvedOn: null,
};

beforeEach(async () => {
  ares.answers.clear();
  ares.asked.length = 0;
  ares.isDown = false;
  await deps.db.aresAnswer.deleteMany();
  setNow('2026-05-04T08:00:00Z');
});

describe('an answer is read', () => {
  test.each([
    ['as recorded', {}, firm],
    ['of a firm that is gone', { datumZaniku: '2024-12-31' }, { ...firm, dissolvedOn: '2024-12-31' }],
    [
      'without what need not be there',
      { pravniForma: undefined, sidlo: undefined },
      { ...firm, legalForm: null, address: '' },
    ],
    ['with a number without its zeros', { ico: '274358' }, { ...firm, ico: '00274358' }],
    ['with stray white space', { obchodniJmeno: '  Pekárna\n U Labe,  s.r.o. ' }, firm],
  ])('%s', (_what, changes, expected) => {
    expect(readAnswer(recorded(ico, changes))).toEqual(expected);
  });

  test.each([
    ['112', 'legalPerson'],
    ['801', 'legalPerson'],
    ['101', 'entrepreneur'],
    ['105', 'entrepreneur'],
    ['424', 'entrepreneur'],
    [null, null],
  ] as const)('the legal form %s is a %s', (legalForm, expected) => {
    expect(kindOf({ ...firm, legalForm })).toBe(expected);
  });
});

const chunk = 'x'.repeat(65_536);
const broken: [string, Behaviour][] = [
  ['an error', json({ kod: 'OBECNA_CHYBA' }, 500)],
  ['too many questions', json({ kod: 'PREKROCEN_LIMIT' }, 429)],
  ['a 404 of a proxy', res => res.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not Found</h1>')],
  ['a 404 that says nothing', json({}, 404)],
  ['a page instead of data', res => res.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>')],
  ['nothing', res => res.writeHead(200).end()],
  ['half of an answer', res => res.writeHead(200).end(JSON.stringify(recorded(ico)).slice(0, 100))],
  ['a list', json([recorded(ico)])],
  ['null', json(null)],
  ['another firm', json(recorded('00268810'))],
  ['no name', json(recorded(ico, { obchodniJmeno: undefined }))],
  ['an empty name', json(recorded(ico, { obchodniJmeno: ' ' }))],
  ['a name without an end', json(recorded(ico, { obchodniJmeno: 'x'.repeat(10_000) }))],
  ['a name with what no keyboard types', json(recorded(ico, { obchodniJmeno: 'Pekárna\u0000' }))],
  ['a day that is none', json(recorded(ico, { datumZaniku: '31. 12. 2024' }))],
  ['a seat of another shape', json(recorded(ico, { sidlo: 'Praha' }))],
  ['another address', res => res.writeHead(302, { location: 'http://169.254.169.254/' }).end()],
  ['a line that is cut', res => res.destroy()],
  [
    'an answer without an end',
    res => {
      res.writeHead(200);
      const pour = (): void => {
        while (!res.destroyed && res.write(chunk));
        if (!res.destroyed) res.once('drain', pour);
      };
      pour();
    },
  ],
  ['silence', () => undefined],
  [
    'a start and then silence',
    res => {
      res.writeHead(200);
      res.write('{"ico":');
    },
  ],
];

describe('a register that is no help is one that cannot be reached', () => {
  test.concurrent.each(broken)('%s', async (_what, behaviour) => {
    const own = await startedWith(behaviour);
    expect(await lookUp(own, ico)).toEqual({ kind: 'unreachable' });
  });

  test('nobody listens', async () => {
    const config = { ...deps.config, aresUrl: 'http://127.0.0.1:9' };
    expect(await lookUp({ ...deps, config }, ico)).toEqual({ kind: 'unreachable' });
    expect(log()).toContain('ARES not reached');
    expect(log()).not.toContain(ico);
  });
});

test('a number the register does not know', async () => {
  ares.answers.set(ico, notFound);
  expect(await lookUp(deps, ico)).toEqual({ kind: 'unknown' });
});

describe('what was answered is kept', () => {
  beforeEach(() => {
    ares.answers.set(ico, json(recorded(ico)));
  });

  test('for a day, and then asked again', async () => {
    expect(await lookUp(deps, ico)).toEqual({ kind: 'found', firm });
    setNow('2026-05-05T07:59:59Z');
    expect(await lookUp(deps, ico)).toEqual({ kind: 'found', firm });
    expect(ares.asked).toEqual([ico]);
    ares.answers.set(ico, json(recorded(ico, { datumZaniku: '2026-05-05' })));
    setNow('2026-05-05T08:00:00Z');
    expect(await lookUp(deps, ico)).toEqual({ kind: 'found', firm: { ...firm, dissolvedOn: '2026-05-05' } });
    expect(ares.asked).toEqual([ico, ico]);
  });

  test('and stands in when the register is down', async () => {
    await lookUp(deps, ico);
    ares.isDown = true;
    setNow('2026-06-01T08:00:00Z');
    expect(await lookUp(deps, ico)).toEqual({ kind: 'found', firm });
  });

  test('a register that is down is asked again the next time', async () => {
    ares.isDown = true;
    expect(await lookUp(deps, ico)).toEqual({ kind: 'unreachable' });
    ares.isDown = false;
    expect(await lookUp(deps, ico)).toEqual({ kind: 'found', firm });
  });
});

/** A register of its own, so that those that keep silent are waited for side by side. */
async function startedWith(behaviour: Behaviour) {
  const own = await startAres();
  own.answers.set(ico, behaviour);
  return { ...deps, config: { ...deps.config, aresUrl: own.url } };
}
