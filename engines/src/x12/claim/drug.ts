import type { Drug, FormAnswer, SupportingForm } from '../../model/index.ts';
import { compactDate } from '../../model/index.ts';
import { day, defined, quantity } from '../read/fields.ts';
import { component, element } from '../tokens/segment.ts';
import { all, first, type Loop, loopOf, loopsOf, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { decimal } from '../write/parts.ts';
import { listed } from './parties.ts';

/** Loop 2410. */
export function readDrug(line: Loop): Drug | undefined {
  const loop = loopOf(line, '2410');
  const [lin, ctp] = [first(loop, 'LIN'), first(loop, 'CTP')];
  const qualifier = value(lin, 2);
  return (
    lin &&
    defined<Drug>({
      qualifier: qualifier === 'N4' ? undefined : qualifier,
      code: value(lin, 3) ?? '',
      quantity: quantity(ctp, 4) ?? 0,
      unit: ctp ? component(ctp, 5, 1) : '',
      prescriptionNumber: value(first(loop, 'REF', 'XZ'), 2),
      linkNumber: value(first(loop, 'REF', 'VY'), 2),
    })
  );
}

export function drugSegments(drug: Drug | undefined): DraftSegment[] {
  if (!drug) return [];
  const { qualifier = 'N4', code, unit, prescriptionNumber, linkNumber } = drug;
  return [
    ['LIN', '', qualifier, code],
    ['CTP', '', '', '', decimal(drug.quantity), [unit]],
    ...(prescriptionNumber ? [['REF', 'XZ', prescriptionNumber] as const] : []),
    ...(linkNumber ? [['REF', 'VY', linkNumber] as const] : []),
  ];
}

/** Loops 2440. */
export function readForms(line: Loop): SupportingForm[] | undefined {
  return listed(
    loopsOf(line, '2440').map((loop): SupportingForm => {
      const lq = first(loop, 'LQ');
      return {
        list: value(lq, 1) ?? '',
        form: value(lq, 2) ?? '',
        answers: all(loop, 'FRM').map((frm) =>
          defined<FormAnswer>({
            question: element(frm, 1),
            yesNo: (['Y', 'N', 'W'] as const).find((answer) => answer === element(frm, 2)),
            text: value(frm, 3),
            date: day(frm, 4),
            percent: quantity(frm, 5),
          }),
        ),
      };
    }),
  );
}

export function formSegments(forms: readonly SupportingForm[] = []): DraftSegment[] {
  return forms.flatMap(({ list, form, answers }): DraftSegment[] => [
    ['LQ', list, form],
    ...answers.map(
      ({ question, yesNo, text, date, percent }): DraftSegment => [
        'FRM',
        question,
        yesNo,
        text,
        date && compactDate(date),
        decimal(percent),
      ],
    ),
  ]);
}
