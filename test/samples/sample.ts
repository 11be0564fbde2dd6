import type { BodyInputOf, ParamsOf, QueryInputOf, RouteName, Routes } from '@superbill/contract';

/** What a route is called with; parts it does not take are left out. */
interface Sample<R> {
  params?: ParamsOf<R>;
  query?: QueryInputOf<R>;
  body?: BodyInputOf<R>;
}

export type Samples = { [Name in RouteName]: Sample<Routes[Name]> };
