import type { Analyte } from './analyte.ts';
import { bedside } from './bedside.ts';
import { bloodAndHormones } from './blood-and-hormones.ts';
import { chemistry } from './chemistry.ts';

/** Units follow the usual printing of laboratories of the United States; others are converted. */
export const analytes: readonly Analyte[] = [...chemistry, ...bloodAndHormones, ...bedside];
