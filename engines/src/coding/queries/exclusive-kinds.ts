/** Codes that say two different things of one disease, which cannot both be true at one time. */
export interface ExclusiveKinds {
  /** Its group is what the codes differ in; a first group before it is what they share, such as a site. */
  codes: RegExp;
  /** What the two places disagree about. */
  about: string;
  /** By the character that differs, in words. */
  kinds: Readonly<Record<string, string>>;
  /** What the words have to say, where the code may stand for a kind by default. */
  said?: RegExp;
  /** Does not change with time: what the history says counts too. */
  lasting?: true;
}

export const exclusiveKinds: readonly ExclusiveKinds[] = [
  {
    codes: /^E()(10|11)/,
    about: 'the type of the diabetes',
    kinds: { '10': 'Type 1 diabetes mellitus', '11': 'Type 2 diabetes mellitus' },
    said: /type ?(?:[12]|i{1,2})\b|\bt[12] ?d|\bdm ?(?:[12]|i{1,2})\b|\bn?iddm\b|juvenile|(?:adult|childhood)[- ]onset/i,
    lasting: true,
  },
  {
    codes: /^I50\.()([234])/,
    about: 'the type of the heart failure',
    kinds: { '2': 'Systolic', '3': 'Diastolic', '4': 'Combined systolic and diastolic' },
  },
  {
    codes: /^I50\.([234])([12])$/,
    about: 'the acuity of the heart failure',
    kinds: { '1': 'Acute', '2': 'Chronic', '3': 'Acute on chronic' },
  },
  {
    codes: /^N18\.()([1-6])/,
    about: 'the stage of the kidney disease',
    kinds: {
      '1': 'Stage 1',
      '2': 'Stage 2',
      '3': 'Stage 3',
      '4': 'Stage 4',
      '5': 'Stage 5',
      '6': 'End stage',
    },
  },
  {
    codes: /^I48\.()([012])/,
    about: 'the type of the atrial fibrillation',
    kinds: { '0': 'Paroxysmal', '1': 'Persistent', '2': 'Permanent' },
  },
  {
    codes: /^J45\.()([2-5])/,
    about: 'the severity of the asthma',
    kinds: {
      '2': 'Mild intermittent',
      '3': 'Mild persistent',
      '4': 'Moderate persistent',
      '5': 'Severe persistent',
    },
  },
  {
    codes: /^F(3[23])\.([0-2])/,
    about: 'the severity of the depression',
    kinds: { '0': 'Mild', '1': 'Moderate', '2': 'Severe without psychotic features' },
  },
  {
    codes: /^L89\.(\d\d)([0-6])/,
    about: 'the stage of the pressure ulcer',
    kinds: {
      '0': 'Unstageable',
      '1': 'Stage 1',
      '2': 'Stage 2',
      '3': 'Stage 3',
      '4': 'Stage 4',
      '6': 'Deep tissue damage',
    },
  },
  {
    codes: /^J96\.()([01])/,
    about: 'the acuity of the respiratory failure',
    kinds: { '0': 'Acute', '1': 'Chronic', '2': 'Acute on chronic' },
  },
  {
    codes: /^E4()([34])/,
    about: 'the severity of the malnutrition',
    kinds: { '3': 'Severe', '4': 'Moderate or mild' },
  },
  {
    codes: /^I21\.()([4A])/,
    about: 'the type of the myocardial infarction',
    kinds: { '4': 'NSTEMI (type 1)', A: 'Type 2 (please state the cause)' },
  },
];
