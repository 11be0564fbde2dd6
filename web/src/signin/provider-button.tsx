import { Button } from '@mantine/core';
import { routes } from '@superbill/contract';
import { useChange } from '../api/use-change.ts';
import { useRead } from '../api/use-read.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { keepWayBack } from './way-back.ts';

interface Props {
  /** Where the person wanted to go. */
  back: string | undefined;
  /** The practice an address of the sign-in names; without it the only one there is. */
  practice: string | undefined;
}

/** Leads to the practice's identity provider, where it has one; the provider leads to `/sign-in/return`. */
export function ProviderButton({ back, practice }: Props) {
  const options = useRead(routes.readSignInOptions, { query: practice === undefined ? {} : { practice } });
  const start = useChange(routes.startProviderSignIn, {
    onDone: ({ url }) => {
      keepWayBack(back);
      location.assign(url);
    },
  });
  const provider = options.data?.identityProvider;
  if (!provider) return null;
  return (
    <>
      <Button
        size="sm"
        variant="default"
        loading={start.isPending || start.isSuccess}
        onClick={() => start.mutate({ body: { organizationId: provider.organizationId } })}
      >
        Sign in with {provider.label}
      </Button>
      <ProblemNote problem={start.error} />
    </>
  );
}
