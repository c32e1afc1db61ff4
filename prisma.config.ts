import { defineConfig } from 'prisma/config';

// For `prisma generate`, and for `prisma migrate deploy` where Prisma's own engine is at hand. The portal needs neither.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
});
