/**
 * What the X12 standard (005010) itself says, before any guide: data elements (number, type, shortest,
 * longest), composites and segments as lists of them, with the relational conditions of the segments.
 * `!` is mandatory; `*3` repeats the entry; a condition is its letter and element numbers (`P0809`).
 */
const elementTable = `
2 N0 1 6|19 AN 2 30|26 ID 2 3|28 N0 1 9|61 AN 1 30|66 ID 1 2|67 AN 2 80|81 R 1 10|93 AN 1 60|96 N0 1 10
97 N0 1 6|98 ID 2 3|100 ID 3 3|116 ID 3 15|118 R 1 9|123 N0 1 6|124 AN 2 15|127 AN 1 50|128 ID 2 3
142 AN 2 15|143 ID 3 3|156 ID 2 2|166 AN 1 55|212 R 1 17|234 AN 1 48|235 ID 2 2|236 ID 3 3|280 R 4 10
289 N0 1 9|305 ID 1 2|306 ID 1 2|309 ID 1 2|310 AN 1 30|329 AN 4 9|332 R 1 6|337 TM 4 8|338 R 1 6|350 AN 1 20
352 AN 1 80|353 ID 2 2|355 ID 2 2|363 ID 3 3|364 AN 1 256|365 ID 2 2|366 ID 2 2|373 DT 8 8|374 ID 3 3
380 R 1 15|426 ID 2 2|429 AN 1 16|443 AN 1 20|447 AN 1 6|449 AN 1 80|455 ID 1 2|478 ID 1 1|479 ID 2 2
480 AN 1 12|481 ID 1 2|499 AN 1 10|506 ID 2 2|507 AN 3 12|508 AN 1 35|509 AN 10 10|510 AN 9 9|522 ID 1 3
554 N0 1 6|559 ID 2 2|569 ID 1 3|584 ID 2 2|591 ID 3 3|594 ID 1 1|609 N0 1 9|618 ID 1 3|620 ID 1 3|621 ID 1 3
623 ID 2 2|628 AN 1 12|639 ID 2 2|640 ID 2 2|648 ID 3 3|649 R 1 10|659 ID 1 2|669 ID 3 3|673 ID 2 2|687 ID 2 2
706 ID 2 2|715 ID 1 1|716 ID 1 3|717 ID 1 1|719 N0 1 10|721 ID 2 3|722 N0 1 2|724 AN 1 99|725 N0 1 4
734 AN 1 12|735 ID 1 2|736 ID 1 1|737 ID 2 2|738 ID 1 3|739 R 1 20|740 R 1 20|741 R 1 20|752 ID 2 2|755 ID 2 2
756 ID 1 2|757 N0 1 2|782 R 1 18|799 AN 1 30|812 ID 1 10|901 ID 1 1|923 ID 1 1|933 AN 1 264|935 ID 2 2
936 ID 2 2|954 R 1 10|1005 ID 4 4|1018 R 1 10|1028 AN 1 38|1029 ID 1 2|1032 ID 1 2|1033 ID 1 2|1034 ID 1 5
1035 AN 1 60|1036 AN 1 35|1037 AN 1 25|1038 AN 1 10|1039 AN 1 10|1048 ID 1 3|1065 ID 1 1|1066 ID 1 2
1067 ID 1 1|1068 ID 1 1|1069 ID 2 2|1073 ID 1 1|1109 ID 1 1|1136 ID 2 2|1138 ID 1 1|1143 ID 1 1|1166 ID 2 2
1220 ID 1 1|1221 ID 1 3|1222 AN 1 50|1223 ID 3 3|1250 ID 2 3|1251 AN 1 35|1270 ID 1 3|1271 AN 1 30
1316 ID 1 1|1317 ID 1 1|1321 ID 2 3|1325 ID 1 1|1327 ID 1 1|1328 N0 1 2|1331 AN 1 2|1332 ID 1 2|1333 ID 1 2
1334 ID 1 1|1335 ID 1 1|1336 ID 1 3|1338 ID 1 1|1339 AN 2 2|1340 ID 1 1|1341 ID 1 1|1342 ID 1 1|1343 ID 1 2
1351 ID 1 1|1352 ID 1 3|1354 ID 1 4|1359 ID 1 1|1360 ID 1 3|1362 ID 2 3|1363 ID 1 1|1364 ID 1 1|1365 ID 1 2
1366 ID 2 3|1367 ID 2 3|1373 ID 2 4|1383 ID 1 2|1384 ID 1 1|1473 ID 2 2|1514 ID 1 2|1525 ID 1 2|1526 ID 1 2
1527 ID 1 2|1528 N0 1 2|1686 N0 1 4|1705 AN 1 35|1715 ID 1 3|9997 AN 1 4|9998 AN 1 35|9999 AN 1 35`;

const compositeTable = `
C001 355! 1018 649|C002 704 704 704 704 704|C003 235! 234! 1339*4 352 234|C004 1328! 1328*3
C022 1270! 1271! 1250 1251 782 380 799 1271 1073 P0304 E0809|C023 1331! 1332 1325|C024 1362! 1362 1362 156 26
C030 722! 1528 1686|C035 1222! 559 1073|C040 128! 127! 128 127 128 127 P0304 P0506|C042 426! 127
C043 1271! 1271! 98 1270|C056 1109 1270 1271|C998 9998! 9999|C999 9997! 9997`;

const segmentTable = `
ST 143! 329! 1705
SE 96! 329!
BHT 1005! 353! 127 373 337 640
NM1 98! 1065! 1035 1036 1037 1038 1039 66 67 706 98 1035 P0809 C1110 C1203
N1 98! 93 66 67 706 98 R0203 P0304
N2 93! 93
N3 166! 166
N4 19 156 116 26 309 310 1715 E0207 C0605 C0704
PER 366! 93 365 364 365 364 365 364 443 P0304 P0506 P0708
HL 628! 734 735! 736
PRV 1221! 128 127 156 C035 1223 P0203
CUR 98! 100! 280 98 100 669 374 373 337
REF 128! 127 352 C040 R0203
SBR 1138! 1069 127 93 1336 1143 1073 584 1032
PAT 1069 1384 584 1220 1250 1251 355 81 1073 P0506 P0708
DMG 1250 1251 1068 1067 C056 1066 26 659 380 1270 1271 P0102 P1011 C1105
DTP 374! 1250! 1251!
DTM 374! 373 337 623 1250 1251 R020305 C0403 P0506
CLM 1028! 782 1032 1343 C023 1073 1359 1073 1363 1351 C024 1366 1073 1338 1073 1360 1029 1073 1383 1514
PWK 755! 756 757 98 66 67 352 C002 1525 P0506
CN1 1166! 782 332 127 338 799
AMT 522! 782! 478
K3 449! 1333 C001
NTE 363 352!
CR1 355 81 1316 1317 355 380 166 166 352 352 P0102 P0506
CR2 609 380 1367 1367 355 380 380 1342 1073 352 352 1073 P0102 C0403 P0506
CR3 1335 355 380 1335 352 P0203
CRC 1136! 1073! 1321! 1321*4
HI C022! C022*11
HCP 1473 782 782 127 118 127 782 234 235 234 355 380 901 1526 1527 R0113 P0910 P1112
LX 554!
SV1 C003! 782 355 380 1331 1365 C004 782 1073 1340 1073 1073 1364 1341 1327 1334 116 127 1073 1073 1073 P0304
SV5 C003! 355! 380! 782 782 594 923 R0405 C0604
MEA 737 738 739 C001 740 741 935 936 752 1373
PS1 127! 782! 156
LIN 350 235! 234! 235 234 235 234 P0405 P0607
CTP 687 236 212 380 C001 648 649 782 639 499 289 P0405
SVD 67! 782! C003 234 380 554
CAS 1033! 1034! 782! 380 1034 782 380 1034 782 380 1034 782 380 1034 782 380 1034 782 380 L050607 C0605 C0705 L080910 C0908 C1008 L111213 C1211 C1311 L141516 C1514 C1614 L171819 C1817 C1917
LQ 1270 1271 C0102
FRM 350! 1073 127 373 332 R02030405
OI 1032 1383 1073 1351 1360 1359
MOA 954 782 127*5 782 782
MIA 380! 782 380 782 127 782*9 380 782*4 127*4 782
QTY 673! 380 C001 61 R0204 E0204
TS3 127! 1331! 373! 380! 782! 782*17 380 782
TS2 782*6 380 782 782 380*5 782 380 782*3
BPR 305! 782! 478! 591! 812 506 507 569 508 509 510 506 507 569 508 373 1048 506 507 569 508 P0607 C0809 P1213 C1415 P1819 C2021
TRN 481! 127! 509 127
RDM 756! 93 364 C040 C040
CLP 1028! 1029! 782! 782! 782 1032 127 1331 1325 1352 1354 380 954 1073
SVC C003! 782! 782 234 380 C003 380
PLB 127! 373! C042! 782! C042 782 C042 782 C042 782 C042 782 C042 782 P0506 P0708 P0910 P1112 P1314
STC C043! 373 306 782 782 373 591 373 429 C043 C043 933
AK1 479! 28! 480
AK2 143! 329! 1705
IK3 721! 719! 447 620
CTX C998! 721 719 447 C030 C999
IK4 C030! 725 621! 724
IK5 717! 618*5
AK9 715! 97! 123! 2! 716*5`;

type DataType = 'AN' | 'ID' | 'N0' | 'R' | 'DT' | 'TM';

export interface DataElement {
  number: string;
  type: DataType;
  shortest: number;
  longest: number;
}

/** A relational condition: P all or none, R at least one, E at most one, C if the first then all, L if the first then one. */
export interface Relation {
  kind: 'P' | 'R' | 'E' | 'C' | 'L';
  elements: number[];
}

/** A segment or composite: its parts in order. */
export interface Layout {
  parts: { of: string; mandatory: boolean }[];
  relations: Relation[];
}

const dataTypes: readonly DataType[] = ['AN', 'ID', 'N0', 'R', 'DT', 'TM'];

function readElements(table: string): Map<string, DataElement> {
  const entries = table
    .trim()
    .split(/[|\n]/)
    .map((entry): [string, DataElement] => {
      const [number = '', kind, shortest, longest] = entry.split(' ');
      const type = dataTypes.find((t) => t === kind);
      if (!type) throw new Error(`no data type: ${entry}`);
      return [number, { number, type, shortest: Number(shortest), longest: Number(longest) }];
    });
  return new Map(entries);
}

function readLayout(words: string[]): Layout {
  const layout: Layout = { parts: [], relations: [] };
  for (const word of words) {
    const relation = /^([PRECL])((?:\d\d){2,})$/.exec(word);
    if (relation) {
      const kind = (['P', 'R', 'E', 'C', 'L'] as const).find((k) => k === relation[1]);
      const elements = (relation[2] ?? '').match(/\d\d/g)?.map(Number) ?? [];
      if (kind) layout.relations.push({ kind, elements });
      continue;
    }
    const [, of = '', mark, times = '1'] = /^(C?\d+)(!)?(?:\*(\d+))?$/.exec(word) ?? [];
    if (of === '') throw new Error(`cannot read ${word}`);
    for (let i = 0; i < Number(times); i++) layout.parts.push({ of, mandatory: mark === '!' });
  }
  return layout;
}

function readLayouts(table: string): Map<string, Layout> {
  return new Map(
    table
      .trim()
      .split(/[|\n]/)
      .map((line) => {
        const [id = '', ...words] = line.split(' ');
        return [id, readLayout(words)];
      }),
  );
}

export const dataElements: ReadonlyMap<string, DataElement> = readElements(elementTable);
export const composites: ReadonlyMap<string, Layout> = readLayouts(compositeTable);
export const segmentLayouts: ReadonlyMap<string, Layout> = readLayouts(segmentTable);
