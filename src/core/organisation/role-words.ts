import type { MemberRole } from './roles.ts';

/** Roles as pages and mails name them, and what they bring in a sentence. */
export const memberRoleWords: Record<MemberRole, { name: string; brings: string }> = {
  representative: {
    name: 'statutární zástupce',
    brings: 'Může všechno: spravovat lidi, podávat a\u00a0číst podání.',
  },
  manager: {
    name: 'správce lidí',
    brings: 'Zve lidi, mění jim role a\u00a0odebírá je. Podání nevidí.',
  },
  filer: {
    name: 'podává',
    brings: 'Podává za organizaci a\u00a0vidí její podání.',
  },
  reader: {
    name: 'čte',
    brings: 'Vidí podání organizace a\u00a0nic v\u00a0nich nemění.',
  },
};
