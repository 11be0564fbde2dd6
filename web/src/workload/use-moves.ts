import { routes } from '@superbill/contract';
import { useChange } from '../api/index.ts';
import { toast } from '../ui/index.ts';

const stale = [routes.readBoard, routes.listWorkItems, routes.proposeMoves, routes.readMyDay];

/** Moves items; what was moved can be taken back as long as nobody touched it. */
export function useMoves(onDone?: () => void) {
  const undo = useChange(routes.undoMoves, {
    invalidates: stale,
    onDone: ({ moved, left }) =>
      toast({ message: `${moved} taken back${left > 0 ? `, ${left} left` : ''}.` }),
  });
  return useChange(routes.moveWork, {
    invalidates: stale,
    onDone: ({ id, moved, left }) => {
      onDone?.();
      const stayed = left > 0 ? `; ${left} stayed, because somebody opened or took them` : '';
      toast({
        message: `${moved} ${moved === 1 ? 'item' : 'items'} moved${stayed}.`,
        undo: () => undo.mutate({ params: { batchId: id } }),
      });
    },
  });
}
