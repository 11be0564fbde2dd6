/** Ways to write `../`, as readers of addresses have understood them. */
const ups = [
  '../',
  '..\\',
  '..%2f',
  '..%5c',
  '%2e%2e/',
  '%2e%2e%2f',
  '%2e%2e%5c',
  '.%2e/',
  '%2e./',
  '..%252f',
  '%252e%252e%252f',
  '..%c0%af',
  '%c0%ae%c0%ae/',
  '..%ef%bc%8f',
  '..;/',
  '....//',
  '....\\\\',
  '..%00/',
  './../',
  '.../',
  '%u002e%u002e/',
];
const depths = [1, 2, 3, 4, 6];
const endings = ['', '%00', '%00.html', '?'];

/** The forms in which a name may try to lead to one of these files: some hundreds. */
export function traversalForms(files: readonly string[]): string[] {
  const climbing = ups.flatMap((up) =>
    depths.flatMap((depth) => files.map((file) => `${up.repeat(depth)}${file}`)),
  );
  const absolute = files.flatMap((file) => [
    `/${file}`,
    `//${file}`,
    `file:///${file}`,
    `%2f${file}`,
    `\\${file}`,
  ]);
  const beside = files.map((file) => `../screens-of-others/${file}`);
  const ended = files.flatMap((file) => endings.map((ending) => `../../${file}${ending}`));
  return [...new Set([...climbing, ...absolute, ...beside, ...ended])].filter((form) => !/[\s]/.test(form));
}
