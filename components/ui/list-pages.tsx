import type { Route } from "next";
import { Pagination } from "@/components/ui/pagination";
import { type Paged, rangeWords } from "@/lib/paging";

type Props = { paged: Paged<unknown>; label: string; href: (page: number) => Route };

/** The way to the pages before and after; nothing where one page holds everything. */
export function ListPages({ paged, label, href }: Props) {
  const { page, pages } = paged;
  if (pages === 1) return null;
  return (
    <Pagination
      label={label}
      summary={rangeWords(paged)}
      previous={page > 1 ? href(page - 1) : undefined}
      next={page < pages ? href(page + 1) : undefined}
    />
  );
}
