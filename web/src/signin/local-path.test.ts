import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each([
  { back: '/coding/4?tab=labs', to: '/coding/4?tab=labs' },
  { back: '//elsewhere.example', to: undefined },
  { back: '/\\elsewhere.example', to: undefined },
  { back: 'https://elsewhere.example', to: undefined },
  { back: '/sign-in?back=/', to: undefined },
  { back: undefined, to: undefined },
])('after signing in, $back leads to $to', ({ back, to }) => {
  expect(localPath(back)).toBe(to);
});
