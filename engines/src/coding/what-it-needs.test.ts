import { expect, test } from 'vitest';
import type { CodeEntry } from '../model/index.ts';
import { whatItNeeds } from './what-it-needs.ts';

function entry(code: string, title: string): CodeEntry {
  return { system: 'icd10cm', code, title, billable: true, edition: 'FY2026', parents: [], notes: [] };
}

test.each([
  {
    chosen: ['M25.569', 'Pain in unspecified knee'],
    other: ['M25.562', 'Pain in left knee'],
    needs: ['left side'],
  },
  {
    chosen: ['N18.9', 'Chronic kidney disease, unspecified'],
    other: ['N18.32', 'Chronic kidney disease, stage 3b'],
    needs: ['stage 3b'],
  },
  {
    chosen: ['I50.9', 'Heart failure, unspecified'],
    other: ['I50.21', 'Acute systolic (congestive) heart failure'],
    needs: ['acute systolic (congestive)'],
  },
  {
    chosen: ['I13.0', 'Heart and kidney disease with heart failure'],
    other: ['I13.10', 'Heart and kidney disease without heart failure'],
    needs: ['without heart failure'],
  },
  {
    chosen: ['S52.501A', 'Fracture of right radius, initial encounter for closed fracture'],
    other: [
      'S52.501D',
      'Fracture of right radius, subsequent encounter for closed fracture with routine healing',
    ],
    needs: ['subsequent encounter for closed fracture with routine healing'],
  },
  {
    chosen: ['M84.439A', 'Fracture, unspecified ulna and radius'],
    other: ['M84.433A', 'Fracture, right radius'],
    needs: ['right radius'],
  },
  {
    chosen: ['E11.22', 'Type 2 diabetes with diabetic chronic kidney disease'],
    other: ['E10.22', 'Type 1 diabetes with diabetic chronic kidney disease'],
    needs: ['type 1'],
  },
  {
    chosen: ['E11.22', 'Type 2 diabetes with diabetic chronic kidney disease'],
    other: ['N18.2', 'Chronic kidney disease, stage 2 (mild)'],
    needs: ['stage 2 (mild)'],
  },
  { chosen: ['K21.9', 'Reflux disease'], other: ['K21.8', 'Other reflux disease'], needs: [] },
])('$other.0 beside $chosen.0 needs $needs', ({ chosen, other, needs }) => {
  const [code = '', title = ''] = chosen;
  const [otherCode = '', otherTitle = ''] = other;
  expect(whatItNeeds({ code, title }, entry(otherCode, otherTitle))).toEqual(needs);
});
