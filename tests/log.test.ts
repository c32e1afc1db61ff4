import { expect, test } from 'vitest';
import { createLog } from '../src/log.ts';

test('the log keeps personal data and secrets out, also of what is nested', () => {
  const line = written(log => {
    log.info({ route: '/moje', email: 'jana@example.cz', account: { name: 'Jana', phone: '777' }, password: 'x' }, 'm');
  });
  expect(line).toMatchObject({ level: 'info', msg: 'm', route: '/moje' });
  expect(JSON.stringify(line)).not.toMatch(/jana|Jana|777|"x"/);
});

test('the log tells where a defect is, not what the database was given', () => {
  const line = written(log => {
    const detail = 'Key (email)=(jana@example.cz) already exists.';
    log.error({ err: Object.assign(new TypeError('duplicate key'), { code: '23505', detail }) });
  });
  expect(line).toMatchObject({ err: { type: 'TypeError', message: 'duplicate key', code: '23505' } });
  expect(JSON.stringify(line)).toContain('log.test.ts');
  expect(JSON.stringify(line)).not.toContain('jana');
});

function written(write: (log: ReturnType<typeof createLog>) => void): unknown {
  const lines: string[] = [];
  write(createLog({ logLevel: 'info' }, { write: line => void lines.push(line) }));
  return JSON.parse(lines.join(''));
}
