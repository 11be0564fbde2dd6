import { added, type CodingRule, moved } from '../rule.ts';

/** Acute infections of the lower airways. */
const infection = /^(?:J1[2-8]|J20|J21|J22|A48\.1)/;

/** Obstructive lung disease with an acute infection has a code for the two, and the infection stays beside it. */
export const lungInfection: CodingRule = {
  id: 'lung-infection',
  source: 'ICD-10-CM tabular list, notes at J44.0 and J12.82; Official Guidelines I.C.10.a and I.C.1.g.1.c',
  reason:
    'Obstructive lung disease and an acute infection of the lung are coded together; COVID-19 comes before its pneumonia.',
  apply(candidates, about) {
    const { book } = about;
    const infected = candidates.find(({ code }) => infection.test(code));
    if (!infected) return [...candidates];
    const covid = candidates.find(({ code }) => code === 'J12.82');
    const virus =
      covid && !candidates.some(({ code }) => code === 'U07.1')
        ? added(
            'U07.1',
            covid.evidence,
            about,
            'Pneumonia due to COVID-19: the virus is coded first',
            covid.order - 0.5,
          )
        : undefined;
    const obstructive = candidates.find(({ code }) => /^J44/.test(code));
    const joins =
      obstructive && book.lookup('J44.0')?.billable && !candidates.some(({ code }) => code === 'J44.0');
    if (!joins) return virus ? [virus, ...candidates] : [...candidates];
    const together = {
      ...moved(obstructive, 'J44.0', book, `With ${infected.title.toLowerCase()}`),
      evidence: [...obstructive.evidence, ...infected.evidence],
      order: obstructive.order - 0.5,
    };
    // The exacerbation is coded as well; the plain disease says nothing beside the combination.
    const rest = candidates.filter(({ code }) => code !== 'J44.9');
    return [...(virus ? [virus] : []), together, ...rest];
  },
  standsFor: ({ code }) => code === 'J44.0',
};
