import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';

/** An address that leads nowhere. */
export function MissingPage() {
  return (
    <Page title="No such page">
      <EmptyState
        title="This address leads nowhere."
        hint="It may be misspelled, or the page may have moved in an update."
      >
        <PageLink to="/">To my work</PageLink>
      </EmptyState>
    </Page>
  );
}
