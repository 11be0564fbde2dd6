import type { RuleTable } from '../testing/rule-table.ts';

/** Short invented records, in which a rule acts or has to stay silent. */
export const injuries: RuleTable = {
  'burn-extent': {
    fires: [
      {
        text: 'A: Second degree burn of right forearm, 4% TBSA',
        codes: ['T22.211A', 'T31.0'],
        starter: true,
      },
      { text: 'A: Full thickness burn of left thigh, 30% TBSA', codes: ['T24.312A', 'T31.33'] },
      { text: 'A: Corrosion of right hand, second degree, 12% TBSA', codes: ['T23.601A', 'T32.10'] },
    ],
    silent: [
      { text: 'A: Second degree burn of right forearm', codes: ['T22.211A'], starter: true },
      { text: 'A: Psoriasis, 12% BSA', codes: ['L40.9'], starter: true },
    ],
  },
  'fracture-detail': {
    fires: [
      {
        text: 'Dx: Displaced comminuted fracture of shaft of right tibia and fibula',
        codes: ['S82.451A', 'S82.251A'],
        setting: 'inpatient',
      },
    ],
    silent: [{ text: 'Dx: Right hip fracture', codes: ['S72.001A'], setting: 'inpatient', starter: true }],
  },
  'open-fracture': {
    fires: [
      {
        text: 'Gustilo type IIIB.\nDx: Open fracture of shaft of right tibia',
        codes: ['S82.201C'],
        setting: 'inpatient',
      },
      {
        text: 'Dx: Fracture of shaft of right tibia, open reduction done',
        codes: ['S82.201A'],
        setting: 'inpatient',
      },
    ],
    silent: [
      {
        text: 'Dx: Closed fracture of shaft of right tibia',
        codes: ['S82.201A'],
        setting: 'inpatient',
        starter: true,
      },
    ],
  },
  'osteoporotic-fracture': {
    fires: [
      {
        text: 'Dx: Compression fracture of T12, fragility',
        codes: ['M80.08XA'],
        setting: 'inpatient',
        starter: true,
      },
    ],
    silent: [
      {
        text: 'Dx: Compression fracture of T12 after a fall',
        codes: [],
        setting: 'inpatient',
        starter: true,
      },
    ],
  },
  'rotator-cuff-tear': {
    fires: [{ text: 'A: Right rotator cuff tear, massive', codes: ['M75.121'], starter: true }],
    silent: [{ text: 'A: Right rotator cuff tear, will complete PT', codes: ['M75.101'], starter: true }],
  },
};
