import type { ReactNode } from "react";

/** Everything about one column stands together: its heading, its width, its cells, and what becomes of it on a small screen. */
export type Column<Row> = {
  key: string;
  header: ReactNode;
  /** Of the whole table, such as "14%". */
  width?: string;
  cell: (row: Row) => ReactNode;
  /**
   * Where the cell stands in the two-line row of a small screen: at its beginning or beside that. A wide column is left out
   * there, and a spare one also where the rail leaves no room for every column.
   */
  at?: "first" | "beside" | "wide" | "spare";
  /** Left out on paper. */
  unprinted?: boolean;
};

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Somebody at risk is seen first, whatever the order. */
  isRisk?: (row: Row) => boolean;
  /** The last row of its group gets a darker rule. */
  isLast?: (row: Row, index: number) => boolean;
};

/** What stands beside the first cell is hidden on paper by the table itself: see below. */
const offPaper = (unprinted?: boolean, at?: string) => (unprinted && at !== "beside" ? "print:hidden" : undefined);

/** Said once, at the table, for all of its cells: a row of words weighs no more than its words. */
const ledger = [
  "w-full table-fixed border-collapse print:[zoom:0.76]",
  "[&_th]:border-b-[1.5px] [&_th]:border-ink [&_th]:pt-1 [&_th]:pr-3.5 [&_th]:pb-1.75 [&_th]:text-left [&_th]:align-bottom [&_th]:text-small [&_th]:font-semibold [&_th]:text-balance [&_th]:text-ink-2",
  "[&_td]:h-12.75 [&_td]:border-b [&_td]:border-line [&_td]:pt-1 [&_td]:pr-3.5 [&_td]:pb-1.25 [&_td]:align-middle [&_td]:leading-close",
  "[&_:is(th,td):first-child]:pl-3 [&_:is(th,td):last-child]:pr-0",
  "[&_tbody_tr]:relative [&_tr:hover_td]:bg-sunken [&_tr:hover]:[--ground:var(--color-sunken)] [&_tr:hover_:is(small,i)]:text-ink-2",
  "[&_tr[data-risk]]:[--ground:var(--color-risk-tint)] [&_tr[data-risk]_td]:border-transparent [&_tr[data-risk]_td]:bg-risk-tint [&_tr[data-risk]_:is(small,i)]:text-ink-2",
  "[&_tr[data-risk]_td:first-child]:shadow-[inset_4px_0_var(--color-risk)] forced-colors:[&_tr[data-risk]_td:first-child]:border-l-4 forced-colors:[&_tr[data-risk]_td:first-child]:border-[Mark]",
  "[&_tr[data-last]_td]:border-edge [&_tr[data-risk][data-last]_td]:border-edge",
  // Below the first words of a cell, and where there are none: a row under the pointer, or at risk, darkens both.
  "[&_:is(small,i)]:text-ink-3 [&_i]:not-italic [&_small]:block [&_small]:text-small [&_small]:font-normal print:[&_small:not([data-printed])]:hidden",
  // A drawing with its figure stands on one line; a sentence that leads somewhere looks like one until it is pointed at.
  "[&_[data-beside]]:flex [&_[data-beside]]:items-center [&_[data-beside]]:gap-2 [&_[data-beside]_b+span]:text-ink-2",
  "[&_span[data-head]]:min-w-9.5 [&_span[data-head]]:flex-none [&_b[data-head]]:min-w-3 [&_b[data-head]]:text-lead",
  // Below a sentence with an icon the second line stands under its words; on paper a person is initials and a number.
  "[&_[data-flag]:has(svg)~small]:pl-5.75 [&_[data-covers]>span]:hidden print:[&_[data-covers]>span]:inline print:[&_[data-covers]>bdi]:hidden",
  "[&_[data-flag]_a]:text-inherit [&_[data-flag]_a]:not-hover:no-underline",
  // What else there is about somebody opens in its place.
  "[&_td_details]:relative [&_td_details]:z-1 [&_td_details]:text-small print:[&_td_details]:hidden [&_td_details>div]:mt-1.5",
  "[&_td_summary]:w-max [&_td_summary]:cursor-pointer [&_td_summary]:py-0.75 [&_td_summary]:text-ink-2",
  // The link on the name covers its row; other links and buttons in the row sit above it.
  "[&_[data-covers]]:py-0.75 [&_[data-covers]]:font-strong [&_[data-covers]]:text-ink [&_[data-covers]]:no-underline [&_[data-covers]]:hover:underline",
  "[&_[data-covers]]:after:absolute [&_[data-covers]]:after:inset-0 [&_[data-covers]]:after:content-[''] [&_[data-covers]]:focus-visible:outline-0",
  "[&_tr:has([data-covers]:focus-visible)]:outline-3 [&_tr:has([data-covers]:focus-visible)]:-outline-offset-3 [&_tr:has([data-covers]:focus-visible)]:outline-focus",
  // A box to do something with several rows at once: it stands before the name, and is read after it.
  "[&_[name=with]]:absolute [&_[name=with]]:z-1 [&_[name=with]]:left-3 [&_[name=with]]:top-[calc(50%-0.625rem)] [&_[name=with]]:size-5 [&_[name=with]]:accent-primary",
  "[&_td:has([name=with])]:pl-10! print:[&_td:has([name=with])]:pl-3! print:[&_[name=with]]:hidden",
  "narrow:[&_[name=with]]:left-0 narrow:[&_[name=with]]:top-3 narrow:[&_[name=with]]:size-6 narrow:[&_td:has([name=with])]:pl-9! narrow:[&_tr[data-risk]_[name=with]]:left-3",
  "[&_td_:is(a,button):not([data-covers])]:relative [&_td_:is(a,button):not([data-covers])]:z-1",
].join(" ");

/** Two-line rows: name and reason, then week, score and what is due. */
const twoLines = [
  "narrow:block narrow:[&_tbody]:block narrow:[&_tbody]:border-t-[1.5px] narrow:[&_tbody]:border-ink",
  "narrow:[&_thead]:sr-only narrow:[&_colgroup]:hidden",
  "narrow:[&_tbody_tr]:grid narrow:[&_tbody_tr]:grid-cols-[minmax(0,5fr)_minmax(0,3fr)_minmax(0,6fr)] narrow:[&_tbody_tr]:gap-x-3 narrow:[&_tbody_tr]:gap-y-1.5",
  "narrow:[&_tbody_tr]:border-b narrow:[&_tbody_tr]:border-line narrow:[&_tbody_tr]:py-3 narrow:[&_tr[data-last]]:border-edge",
  "narrow:[&_tbody_td]:h-auto! narrow:[&_tbody_td]:border-0! narrow:[&_tbody_td]:bg-transparent! narrow:[&_tbody_td]:p-0! narrow:[&_tbody_td]:shadow-none!",
  // Where a cell stands is said once; where even two columns of words are too many, each has its own line.
  // Said once for all lines of a long table.
  "print:[&:has(th[data-unprinted])_td[data-at=beside]]:hidden",
  "narrow:[&_[data-at=first]]:[grid-column:1] narrow:[&_[data-at=beside]]:[grid-column:2/-1] on-screen:max-[21em]:[&_td:is([data-at=first],[data-at=beside])]:col-span-full",
  "narrow:[&_[data-at=wide]]:hidden narrow:[&_[data-at=spare]]:hidden on-screen:desk:max-ledger:[&_[data-at=spare]]:hidden narrow:[&_td_svg:is(.spark,[data-bars])]:hidden",
  // What the head of a column says, where rows come apart and have none.
  "narrow:[&_[data-head]]:before:mr-1 narrow:[&_[data-head]]:before:text-small narrow:[&_[data-head]]:before:font-normal narrow:[&_[data-head]]:before:text-ink-2 narrow:[&_[data-head]]:before:content-[attr(data-head)]",
  "narrow:[&_tr[data-risk]]:-mx-3 narrow:[&_tr[data-risk]]:bg-risk-tint narrow:[&_tr[data-risk]]:px-3 narrow:[&_tr[data-risk]]:shadow-[inset_4px_0_var(--color-risk)]",
].join(" ");

/** The order of a list and its colours say who needs somebody: on paper no row is marked. */
const onPaper = [
  "print:[&_tr]:break-inside-avoid print:[&_tbody_td]:border-line! print:[&_tbody_td]:bg-transparent! print:[&_tbody_td]:shadow-none!",
].join(" ");

/* Roles are written out because the small-screen layout changes `display`, which drops a table's own. */

export function Table<Row>({ caption, columns, rows, keyOf, isRisk, isLast }: Props<Row>) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: display: block removes the native role
    <table role="table" data-ledger className={`${ledger} ${twoLines} ${onPaper}`}>
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ key, header, at, unprinted }) => (
            <th
              key={key}
              scope="col"
              data-at={at}
              data-unprinted={unprinted ? "" : undefined}
              className={unprinted ? "print:hidden" : undefined}
            >
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr
            key={keyOf(row)}
            // biome-ignore lint/a11y/noRedundantRoles: display: grid removes the native role
            role="row"
            data-risk={isRisk?.(row) ? "" : undefined}
            data-last={isLast?.(row, index) ? "" : undefined}
          >
            {columns.map(({ key, cell, at, unprinted }) => (
              // biome-ignore lint/a11y/noRedundantRoles: display: block removes the native role
              <td key={key} role="cell" data-at={at} className={offPaper(unprinted, at)}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
