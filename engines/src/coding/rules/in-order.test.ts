import { describe, expect, test } from 'vitest';
import { circulation } from './circulation/circulation.test-data.ts';
import { digestive } from './digestive/digestive.test-data.ts';
import { drugs } from './drugs/drugs.test-data.ts';
import { encounters } from './encounters/encounters.test-data.ts';
import { endocrine } from './endocrine/endocrine.test-data.ts';
import { general } from './general/general.test-data.ts';
import { genitourinary } from './genitourinary/genitourinary.test-data.ts';
import { codingRules } from './in-order.ts';
import { infections } from './infections/infections.test-data.ts';
import { injuries } from './injuries/injuries.test-data.ts';
import { mental } from './mental/mental.test-data.ts';
import { neoplasms } from './neoplasms/neoplasms.test-data.ts';
import { obstetrics } from './obstetrics/obstetrics.test-data.ts';
import { respiratory } from './respiratory/respiratory.test-data.ts';
import { skin } from './skin/skin.test-data.ts';

const tables = {
  ...circulation,
  ...digestive,
  ...drugs,
  ...encounters,
  ...endocrine,
  ...general,
  ...genitourinary,
  ...infections,
  ...injuries,
  ...mental,
  ...neoplasms,
  ...obstetrics,
  ...respiratory,
  ...skin,
};

describe('no rule is untested', () => {
  test.each(codingRules)('$id has a record it acts in and one it must not', ({ id }) => {
    expect(tables[id]?.fires).not.toHaveLength(0);
    expect(tables[id]?.silent).not.toHaveLength(0);
    expect(tables).toHaveProperty([id]);
  });

  test('and every table is of a rule', () => {
    expect(Object.keys(tables).sort()).toEqual(codingRules.map(({ id }) => id).sort());
  });
});
