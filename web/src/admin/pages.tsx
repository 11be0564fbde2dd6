import type { PageRoute } from '../router/page-route.ts';

export const pages: readonly PageRoute[] = [];
