// Adds up vitest's JSON reports into one plain last line: `N passed, M failed`. A file that fails before
// its first test counts as one failure.
import { readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
for (const path of process.argv.slice(2).filter((path) => !path.includes('*'))) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'));
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  passed += numPassedTests;
  failed += numFailedTests + brokenFiles.length;
}
console.log(`${passed} passed, ${failed} failed`);
