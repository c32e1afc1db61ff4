/** Who may import whom (docs/architecture.md), and no circles. Types count as well as values. */

const core = '^src/core/';
/** What stands between the database and the slices. */
const foundations = '^src/(web|vault|database)/';
const services = '^src/(agendas|attachments|authorisation|documents|notifications|audit)/';
const slices = '^src/(catalogue|drafts|cases|workspace|letters|admin|identity|organisations|mandates)/';
/** What puts the parts together: it may see everything, and nothing it puts together may see it. */
const whole = '^(prisma/|src/(main|cli|portal|app|routes)\\.ts$|src/(commands|process|config|jobs)/)';

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-is-pure',
      comment: 'core/ imports nothing outside core/ but zod and pure computation libraries.',
      severity: 'error',
      from: { path: core },
      to: { pathNot: [core, 'node_modules/(zod|json-logic-engine|libphonenumber-js|marked)/'] },
    },
    {
      name: 'foundations-know-no-service',
      severity: 'error',
      from: { path: foundations },
      to: { path: services },
    },
    {
      name: 'slices-stay-apart',
      comment: 'A slice uses core, web and the shared services; never the inside of another slice.',
      severity: 'error',
      from: { path: slices },
      to: { path: slices, pathNot: ['^src/$1/', '^src/cases/commands\\.ts$'] },
    },
    {
      name: 'slices-are-on-top',
      comment: 'What slices are built on knows none of them, and so does not change a case either.',
      severity: 'error',
      from: { path: [core, foundations, services] },
      to: { path: [slices, '^src/demo/'] },
    },
    {
      name: 'demo-is-an-addition',
      comment: 'The portal knows of the demo who its people are, to offer them at the sign-in.',
      severity: 'error',
      from: { path: slices },
      to: { path: '^src/demo/', pathNot: '^src/demo/people\\.ts$' },
    },
    {
      name: 'demo-signs-in-and-no-more',
      severity: 'error',
      from: { path: '^src/demo/' },
      to: { path: slices, pathNot: '^src/identity/finish-sign-in\\.ts$' },
    },
    {
      name: 'parts-do-not-see-the-whole',
      comment: 'Nothing that is wired reads the environment, starts jobs or asks for routes.',
      severity: 'error',
      from: { path: [foundations, services, slices, '^src/demo/'] },
      to: { path: whole },
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
