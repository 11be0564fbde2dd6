import { LoadingState } from './loading-state.tsx';

/** Stands where a page will be while its file is fetched. */
export function PageBones() {
  return (
    <div style={{ padding: '10px 14px' }}>
      <LoadingState label="Loading the page" />
    </div>
  );
}
