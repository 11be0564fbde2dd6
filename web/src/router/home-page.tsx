import { Navigate } from '@tanstack/react-router';
import { useSession } from '../api/use-session.ts';
import { homes } from './places.ts';

/** `/` leads to where the hat's day begins. */
export function HomePage() {
  const { session } = useSession();
  return <Navigate to={homes[session.hat]} replace />;
}
