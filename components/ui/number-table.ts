/** A plain table of numbers: the first cell heads its row, figures stand at the right. Said once for all of its cells. */
export const numberTable = "look-numbers";

/** Rows that come apart on a small screen: each cell is a line, and says what it is. */
export const stackedTable = [
  "narrow:block narrow:[&_:is(tbody,tr,th,td)]:block narrow:[&_:is(tbody,tr,th,td)]:w-auto",
  "narrow:[&_thead]:sr-only",
  "narrow:[&_tbody_tr]:border-b narrow:[&_tbody_tr]:border-line narrow:[&_tbody_tr]:py-2.5",
  "narrow:[&_tbody_tr.goes-on]:border-b-0 narrow:[&_tbody_tr.goes-on]:pb-0",
  "narrow:[&_tbody_:is(th,td)]:border-0! narrow:[&_tbody_:is(th,td)]:px-0! narrow:[&_tbody_:is(th,td)]:py-0.5! narrow:[&_tbody_:is(th,td)]:text-left!",
  "narrow:[&_tbody_td.side]:font-strong",
  "narrow:[&_td:not(.side)]:before:content-[attr(data-label)_':_'] narrow:[&_td:not(.side)]:before:font-normal narrow:[&_td:not(.side)]:before:text-ink-2",
].join(" ");
