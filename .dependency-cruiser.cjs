/** The two rules of the house (docs/architecture.md), and no circles. */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-is-pure',
      comment: 'core/ imports nothing outside core/ but zod and pure computation libraries.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: ['^src/core/', 'node_modules/(zod|json-logic-engine|libphonenumber-js)/'] },
    },
    {
      name: 'slices-stay-apart',
      comment: 'A slice uses core, web and the shared services; never the inside of another slice.',
      severity: 'error',
      from: { path: '^src/(catalogue|drafts|cases|workspace|admin|identity)/' },
      to: {
        path: '^src/(catalogue|drafts|cases|workspace|admin|identity)/',
        pathNot: ['^src/$1/', '^src/cases/commands\\.ts$'],
      },
    },
    {
      name: 'one-writer-of-cases',
      comment: 'Only slices and jobs call the case commands; services below do not.',
      severity: 'error',
      from: { path: '^src/(core|web|audit|notifications|documents|attachments)/' },
      to: { path: '^src/(catalogue|drafts|cases|workspace|admin|identity)/' },
    },
    {
      name: 'tests-stay-outside',
      severity: 'error',
      from: { path: '^(src|prisma)/' },
      to: { path: '^(tests|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
