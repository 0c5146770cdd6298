import { readAssignment } from '#domain/assignment.ts';
import { openShelf, type Opened, type OpenedShelf } from '#storage/opened.ts';
import { unpack } from '#storage/parcel.ts';
import { href } from '#ui/href.ts';

/** An assignment that was opened on this device, as pages list it. */
export interface ListedAssignment {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly opened: Opened;
}

/** The assignments opened on this device, the one opened last first. Those that cannot be read any more are left out. */
export async function openedAssignments(shelf: OpenedShelf = openShelf()): Promise<ListedAssignment[]> {
  const listed = await Promise.all(
    shelf.all().map(async ({ id, ...opened }) => {
      const unpacked = await unpack('assignment', opened.parcel);
      const read = readAssignment('data' in unpacked ? unpacked.data : undefined);
      if (!('assignment' in read)) return [];
      const { title } = read.assignment;
      return [{ id, title, href: `${href('/assignment/')}#${opened.parcel}`, opened }];
    }),
  );
  return listed.flat();
}
