import type { RuleTable } from '../testing/rule-table.ts';

/** Short invented records, in which a rule acts or has to stay silent. */
export const neoplasms: RuleTable = {
  'colon-polyps': {
    fires: [
      {
        text: 'COLONOSCOPY\nImpression: Tubular adenomas: cecum, sigmoid.',
        codes: ['D12.0', 'D12.5'],
        starter: true,
      },
    ],
    silent: [
      { text: 'COLONOSCOPY\nImpression: Hyperplastic polyp of the cecum.', codes: ['K63.5'], starter: true },
    ],
  },
  'neoplasm-found': {
    fires: [
      {
        text: 'A: 1. Neoplasm of skin of cheek 2. Basal cell carcinoma of skin of cheek',
        codes: ['C44.319'],
      },
    ],
    silent: [{ text: 'A: 1. Neoplasm of skin of cheek 2. Gout', codes: ['D49.2', 'M10.9'] }],
  },
  'invasive-over-in-situ': {
    fires: [
      {
        text: 'A: 1. Right breast invasive carcinoma 2. Right breast DCIS',
        codes: ['C50.911'],
        starter: true,
      },
    ],
    silent: [
      {
        text: 'A: 1. Cancer of right breast 2. Carcinoma in situ of left breast',
        codes: ['C50.911', 'D05.92'],
      },
    ],
  },
  'cancer-history': {
    fires: [
      {
        text: 'A: Breast cancer 2015, completed treatment, no evidence of disease',
        codes: ['Z85.3'],
        starter: true,
      },
    ],
    silent: [
      {
        text: 'A: Breast cancer, no evidence of disease, taking tamoxifen',
        codes: ['C50.919'],
        starter: true,
      },
      { text: 'A: Breast cancer, on surveillance scans for metastases', codes: ['C50.919'], starter: true },
    ],
  },
  metastases: {
    fires: [
      {
        text: 'Dx: Sigmoid colon cancer with regional lymph node and liver mets',
        codes: ['C18.7', 'C77.2', 'C78.7'],
        setting: 'inpatient',
        starter: true,
      },
    ],
    silent: [
      { text: 'A: Sigmoid colon cancer, no liver mets', codes: ['C18.7'], starter: true },
      { text: 'A: Chest pain, lungs and bones fine, 10 METs on treadmill', codes: ['R07.9'], starter: true },
    ],
  },
  'leukemia-remission': {
    fires: [{ text: 'A: AML, CR1 after induction', codes: ['C92.01'], starter: true }],
    silent: [
      { text: 'A: AML, not in remission', codes: ['C92.00'], starter: true },
      { text: 'A: Multiple myeloma, Cr 1.9', codes: ['C90.00'], starter: true },
    ],
  },
  'receptor-status': {
    fires: [
      { text: 'A: Right breast cancer, ER positive', codes: ['C50.911', 'Z17.0'], starter: true },
      { text: 'A: Right breast cancer, ER+/PR+/HER2-', codes: ['C50.911', 'Z17.411'], starter: true },
      { text: 'A: Right breast cancer, triple negative', codes: ['C50.911', 'Z17.421'], starter: true },
    ],
    silent: [
      {
        text: 'A: Right breast cancer. Seen in the ER - chest wall pain',
        codes: ['C50.911', 'R07.89'],
        starter: true,
      },
    ],
  },
  'graft-versus-host': {
    fires: [
      {
        text: 'Dx: Acute GVHD after allogeneic bone marrow transplant',
        codes: ['T86.09', 'D89.810'],
        setting: 'inpatient',
      },
    ],
    silent: [
      {
        text: 'Dx: No GVHD; status post bone marrow transplant',
        codes: ['Z94.81'],
        setting: 'inpatient',
        starter: true,
      },
    ],
  },
  'antineoplastic-encounter': {
    fires: [
      {
        text: 'Dx: Admission for chemotherapy; cancer of head of pancreas',
        codes: ['Z51.11', 'C25.0'],
        setting: 'inpatient',
        starter: true,
      },
    ],
    silent: [
      {
        text: 'Dx: Cancer of head of pancreas, chemotherapy completed in March',
        codes: ['C25.0'],
        setting: 'inpatient',
        starter: true,
      },
      {
        text: 'Admitted for induction of labor at 39w0d.\nDx: Uterine fibroids',
        codes: ['D25.9'],
        setting: 'inpatient',
        starter: true,
      },
    ],
  },
  'neutropenic-fever': {
    fires: [
      { text: 'Dx: Febrile neutropenia', codes: ['D70.9', 'R50.81'], setting: 'inpatient', starter: true },
    ],
    silent: [{ text: 'Dx: Neutropenia, afebrile', codes: ['D70.9'], setting: 'inpatient', starter: true }],
  },
};
