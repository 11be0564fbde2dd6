import { type Layout, readLayouts } from './layout.ts';

/**
 * The composites of the X12 standard (005010): their components as data elements, `!` mandatory, `*3`
 * three times, then the relational conditions (`P0304`). Source: X12.3.
 */
const table = `
C001 355! 1018 649 355 1018 649 355 1018 649 355 1018 649 355 1018 649
C002 704 704 704 704 704
C003 235! 234! 1339*4 352 234
C004 1328! 1328*3
C005 1369! 1369*4
C006 1361! 1361*4
C022 1270! 1271! 1250 1251 782 380 799 1271 1073 P0304 E0809
C023 1331! 1332 1325
C024 1362! 1362 1362 156 26
C030 722! 1528 1686
C035 1222! 559 1073
C040 128! 127! 128 127 128 127 P0304 P0506
C042 426! 127
C043 1271! 1271! 98 1270
C052 1218! 1701*3
C056 1109 1270 1271 P0203
C998 9999! 9998
C999 9997! 9997`;

export const composites: ReadonlyMap<string, Layout> = readLayouts(table);
