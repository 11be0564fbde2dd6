import type { RuleTable } from '../testing/rule-table.ts';

/** Short invented records, in which a rule acts or has to stay silent. */
export const obstetrics: RuleTable = {
  'multiple-gestation': {
    fires: [
      {
        text: 'OB visit 24 weeks gestation, di-di twins\nA: Anemia',
        codes: ['O30.042', 'O99.012', 'D64.9', 'Z3A.24'],
        starter: true,
      },
    ],
    silent: [
      {
        text: 'OB visit 24 weeks gestation. Has a twin sister.\nA: Anemia',
        codes: ['O99.012', 'D64.9', 'Z3A.24'],
        starter: true,
      },
    ],
  },
  'complicating-pregnancy': {
    fires: [
      {
        text: '24 weeks pregnant, prenatal visit\nA: Asthma',
        codes: ['O99.512', 'J45.909', 'Z3A.24'],
        starter: true,
      },
    ],
    silent: [
      { text: 'HPI: G2P2, cough for 3 weeks\nA: Asthma', codes: ['J45.909'], starter: true },
      { text: 'HPI: His wife is 30 weeks pregnant.\nA: Asthma', codes: ['J45.909'], starter: true },
      { text: '2 month old born at 36 weeks gestation.\nA: Bronchiolitis', codes: ['J21.9'], starter: true },
    ],
  },
  pregnancy: {
    fires: [
      { text: '20 wk IUP, prenatal visit\nA: 1. GBS carrier', codes: ['O99.820', 'Z3A.20'], starter: true },
    ],
    silent: [
      { text: 'A: GBS carrier', codes: ['Z22.330'], starter: true },
      { text: '6 weeks postpartum.\nA: Postpartum mastitis', codes: ['O91.22'], starter: true },
    ],
  },
  delivery: {
    fires: [
      {
        text: '28F G2P1 34w2d, SVD of a live girl.\nDx: Preterm labor with preterm delivery; 1st degree perineal laceration',
        codes: ['O60.14X0', 'O70.0', 'Z37.0', 'Z3A.34'],
        setting: 'inpatient',
        starter: true,
      },
      {
        text: 'G3P2 at 39w1d. C-section performed.\nDx: Preeclampsia; previous cesarean',
        codes: ['O14.94', 'O34.219', 'Z37.0', 'Z3A.39'],
        setting: 'inpatient',
        starter: true,
      },
    ],
    silent: [
      {
        text: '24 weeks gestation, prenatal visit.\nA: Gestational diabetes',
        codes: ['O24.419', 'Z3A.24'],
        starter: true,
      },
    ],
  },
  newborn: {
    fires: [
      {
        text: 'NICU. Boy born at 34w2d by vaginal delivery, BW 2100 g.\nDx: Preterm infant; respiratory distress syndrome',
        codes: ['Z38.00', 'P22.0', 'P07.18', 'P07.37'],
        setting: 'inpatient',
      },
    ],
    silent: [
      { text: 'Ex-34 week infant, now 5 months old.\nA: Bronchiolitis', codes: ['J21.9'], starter: true },
    ],
  },
};
