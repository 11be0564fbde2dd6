/** How strongly weights are held near zero: a few hundred examples say little about rare features. */
const holding = 1;
const steps = 30;

/** Logistic regression by Newton's method; every weight but that of the first column, the constant, is held near zero. */
export function logistic(rows: readonly number[][], isTrue: readonly boolean[]): number[] {
  const weights = (rows[0] ?? []).map(() => 0);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : holding * weight));
    const curvature: number[][] = weights.map((_, at) =>
      weights.map((_, to) => (at === to && at > 0 ? holding : at === to ? 1e-6 : 0)),
    );
    for (const [at, row] of rows.entries()) {
      const sum = row.reduce((total, value, k) => total + value * (weights[k] ?? 0), 0);
      const share = 1 / (1 + Math.exp(-sum));
      const slope = share * (1 - share);
      for (const [i, a] of row.entries()) {
        if (a === 0) continue;
        gradient[i] = (gradient[i] ?? 0) + (share - Number(isTrue[at])) * a;
        const line = curvature[i] ?? [];
        for (const [j, b] of row.entries()) line[j] = (line[j] ?? 0) + slope * a * b;
      }
    }
    const change = solve(curvature, gradient);
    for (const [i, by] of change.entries()) weights[i] = (weights[i] ?? 0) - by;
  }
  return weights;
}

/** Solves `matrix · x = right` by elimination with pivots. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column; row < size; row++)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    const [a, b] = [rows[column], rows[pivot]];
    if (!a || !b) continue;
    [rows[column], rows[pivot]] = [b, a];
    for (let row = 0; row < size; row++) {
      const line = rows[row];
      if (row === column || !line) continue;
      const factor = (line[column] ?? 0) / (b[column] ?? 1);
      for (let k = column; k <= size; k++) line[k] = (line[k] ?? 0) - factor * (b[k] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}
