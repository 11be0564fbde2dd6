import { routes } from '@superbill/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { BirthDateForm } from './birth-date-form.tsx';
import { Frame } from './frame.tsx';
import { forgetToken, hideToken, readToken } from './link-token.ts';
import { OpenBill } from './open-bill.tsx';
import { browserLanguage, useChosenLanguage } from './spoken.ts';
import { ClosedBill } from './states.tsx';

type Place = { at: 'link'; token: string } | { at: 'bill' } | { at: 'closed' };

/** A link asks for the birth date; without one the cookie of an open bill decides. */
function firstPlace(): Place {
  const token = readToken();
  return token === undefined ? { at: 'bill' } : { at: 'link', token };
}

/** The patient's own page: no account, one bill, opened by a link for one hour. */
export default function BillPage() {
  const client = useQueryClient();
  const [place, setPlace] = useState(firstPlace);
  const [chosen, choose] = useChosenLanguage();

  useEffect(() => {
    const follow = () => {
      const token = readToken();
      hideToken();
      if (token !== undefined) setPlace({ at: 'link', token });
    };
    hideToken();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const move = (at: 'bill' | 'closed') => {
    forgetToken();
    client.removeQueries({ queryKey: [routes.readBill.path] });
    setPlace({ at });
  };

  if (place.at === 'bill')
    return <OpenBill chosen={chosen} onChoose={choose} onClosed={() => move('closed')} />;
  return (
    <Frame language={chosen ?? browserLanguage()} onChoose={choose}>
      {place.at === 'closed' ? (
        <ClosedBill />
      ) : (
        <BirthDateForm key={place.token} token={place.token} onOpened={() => move('bill')} />
      )}
    </Frame>
  );
}
