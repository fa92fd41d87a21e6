import { statfsSync } from 'node:fs';
import { DomainError } from '../../domain/shared/errors.ts';

/** Of the system, of PostgreSQL (Error Codes, class 53), and of DomainError. */
const codes: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG', '53100', 'storage-full'];
/** EDQUOT, EFBIG and ENOSPC as the embedded database numbers them (WASI preview 1, `errno`). */
const numbers: readonly unknown[] = [19, 22, 51];
/**
 * PGlite loops for ever where it cannot write its log, and the process hangs. Now and then the log needs one more file
 * of 16 MB, so nothing is written once less than this is left.
 */
const leastRoomInBytes = 64_000_000;
/** What a first start fills. */
const firstStartInBytes = 45_000_000;

/** Refuses what would be written where there is hardly room left. */
export function demandRoom(folder: string): void {
  if (roomOn(folder) < leastRoomInBytes)
    throw new DomainError('storage-full', 'There is no room left to store anything. Nothing was changed.');
}

/** Whether the database in this folder, or one that is still to be made, can be worked with. */
export const hasRoom = (folder: string, isNew: boolean): boolean =>
  roomOn(folder) >= leastRoomInBytes + (isNew ? firstStartInBytes : 0);

/** Whether this failed because the disk is full, by what was said, and else by what is left of it. */
export function isForWantOfRoom(error: unknown, folder: string): boolean {
  if (error === null || typeof error !== 'object') return false;
  const { code, errno, name, cause } = error as { code?: unknown; errno?: unknown; name?: unknown; cause?: unknown };
  if (codes.includes(code) || (name === 'ErrnoError' && numbers.includes(errno))) return true;
  if (cause !== undefined && isForWantOfRoom(cause, folder)) return true;
  // A database that cannot write may fail with an error that does not give the reason.
  return name === 'RuntimeError' || name === 'ErrnoError' ? roomOn(folder) < leastRoomInBytes : false;
}

function roomOn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
