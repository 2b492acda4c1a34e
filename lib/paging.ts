import { z } from "zod";

/** Rows on one page of a list. */
export const PAGE_ROWS = 60;

/** One page of a list. `page` counts from 1 and is never beyond the last. */
export type Paged<T> = { rows: T[]; page: number; pages: number; total: number };

/** The page that an address asks for; anything odd is the first. */
export const readPage = (value: string | string[] | undefined): number =>
  z.coerce.number().int().min(1).max(100_000).catch(1).parse([value].flat()[0]);

/** Where the wanted page of `total` rows begins. A page beyond the last is the last; an empty list has one page. */
export function placeOfPage(total: number, wanted: number): { page: number; pages: number; offset: number } {
  const pages = Math.max(1, Math.ceil(total / PAGE_ROWS));
  const page = Math.min(Math.max(1, wanted), pages);
  return { page, pages, offset: (page - 1) * PAGE_ROWS };
}

/** "61 to 120 of 214". */
export const rangeWords = ({ rows, page, total }: Paged<unknown>): string =>
  `${(page - 1) * PAGE_ROWS + 1} to ${(page - 1) * PAGE_ROWS + rows.length} of ${total}`;
