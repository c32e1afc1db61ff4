/** Who can be tried out in the demo; the seed makes their accounts. */
export const demoPeople = [
  { email: 'jana.novakova@example.cz', name: 'Jana Nováková', role: 'občanka' },
  { email: 'petr.svoboda@example.cz', name: 'Petr Svoboda', role: 'občan' },
  {
    email: 'marie.dvorakova@hradeckralove.example',
    name: 'Marie Dvořáková',
    role: 'úřednice, odbor rozpočtu a\u00a0financí',
  },
  {
    email: 'tomas.prochazka@hradeckralove.example',
    name: 'Tomáš Procházka',
    role: 'vedoucí odboru rozpočtu a\u00a0financí',
  },
  { email: 'podatelna@hradeckralove.example', name: 'Hana Kučerová', role: 'podatelna' },
  { email: 'sprava@hradeckralove.example', name: 'Martin Veselý', role: 'správce portálu' },
];
